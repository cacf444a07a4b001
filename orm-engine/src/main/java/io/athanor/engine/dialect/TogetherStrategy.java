package io.athanor.engine.dialect;

import io.athanor.sql.compile.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts rows into statements of 512, 256, 128 … rows, so that any number of rows needs few different texts. */
final class TogetherStrategy implements InsertManyStrategy {
    /** Fewer rows are as quick by themselves: their statement is most likely prepared already. */
    private static final int FEWEST = 4;

    /** Characters and bytes in one statement, far below what a server takes for one packet. */
    private static final int LONGEST = 1 << 20;

    private final InsertManyStrategy others;

    TogetherStrategy(InsertManyStrategy others) {
        this.others = others;
    }

    @Override
    public List<@Nullable Object[]> insert(InsertRunner runner, List<BoundStatement> rows) {
        int fewest = runner.isTold() ? FEWEST : 1;
        int most = rows.size() < fewest ? 1 : runner.mostTogether();
        if (most < fewest) {
            return others.insert(runner, rows);
        }
        List<@Nullable Object[]> keys = new ArrayList<>(rows.size());
        int start = 0;
        while (start < rows.size()) {
            int left = rows.size() - start;
            int size = fitting(rows, start, Integer.highestOneBit(Math.min(most, left)));
            if (size < fewest) {
                size = Math.min(fewest, left);
                keys.addAll(others.insert(runner, rows.subList(start, start + size)));
            } else {
                keys.addAll(runner.insertTogether(rows.subList(start, start + size)));
            }
            start += size;
        }
        return keys;
    }

    /** How many rows of those that are due are short enough together. */
    private static int fitting(List<BoundStatement> rows, int start, int due) {
        int size = due;
        while (size > 1 && isTooLong(rows, start, start + size)) {
            size /= 2;
        }
        return size;
    }

    private static boolean isTooLong(List<BoundStatement> rows, int start, int end) {
        long length = 0;
        for (int i = start; i < end; i++) {
            for (Object value : rows.get(i).values()) {
                if (value instanceof String text) {
                    length += text.length();
                } else if (value instanceof byte[] bytes) {
                    length += bytes.length;
                }
            }
        }
        return length > LONGEST;
    }
}
