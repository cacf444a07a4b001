/** An application as a user would link it: it names neither the dialect nor the driver, jlink is told of them. */
module io.athanor.linked {
    requires io.athanor.orm;
}
