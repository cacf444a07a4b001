package io.athanor.tests.ledger;

import static io.athanor.orm.Orm.foreign;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Association;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.mapping.Relationship;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Books of pages of lines; the key of a page begins with that of its book, and a line refers to both. */
public final class Ledger {
    private static final SqlType<String> CODE = string(20);

    private Ledger() {}

    /** Known by a code that may change. */
    @Mapped(table = "book")
    @Association(
            table = "book_tag",
            columns = {"book_code", "tag_id"},
            references = {"book.code", "label.id"})
    public static class Book {
        @Id
        @Column(length = 20)
        private String code;

        @Relationship(backPopulates = "book", orderBy = "number")
        private List<Page> pages = new ArrayList<>();

        @Relationship(secondary = "book_tag", orderBy = "id")
        private List<Label> labels = new ArrayList<>();

        public Book(String code) {
            this.code = code;
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }

        public List<Page> getPages() {
            return pages;
        }

        public List<Label> getLabels() {
            return labels;
        }
    }

    /** A part of a book. */
    @Mapped(table = "page")
    public static class Page {
        @Id
        @Column(name = "book_code", length = 20, references = "book.code")
        private String bookCode;

        @Id
        private Integer number;

        private String title;

        @Relationship(backPopulates = "pages")
        private Book book;

        @Relationship(orderBy = "id")
        private List<Line> lines = new ArrayList<>();

        public Page(Integer number) {
            this.number = number;
        }

        public String getBookCode() {
            return bookCode;
        }

        public Integer getNumber() {
            return number;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public List<Line> getLines() {
            return lines;
        }
    }

    /** A part of a page. */
    @Mapped(table = "line")
    public static class Line {
        @Id
        private Integer id;

        @Column(name = "book_code", length = 20)
        private String bookCode;

        @Column(name = "page_number")
        private Integer pageNumber;

        public Line() {}

        public String getBookCode() {
            return bookCode;
        }
    }

    /** Refers to a book that does not know of it. */
    @Mapped(table = "mark")
    public static class Mark {
        @Id
        private Integer id;

        @Column(name = "book_code", length = 20, references = "book.code")
        private String bookCode;

        @Relationship
        private Book book;

        public Mark(Book book) {
            this.book = book;
        }

        public Book getBook() {
            return book;
        }

        public String getBookCode() {
            return bookCode;
        }
    }

    /** Is stuck onto books. */
    @Mapped(table = "label")
    public static class Label {
        @Id
        private Integer id;

        public Label() {}
    }

    /** Books whose tables pass changed codes on, or know nothing of each other and leave that to the session. */
    public static Registry mapped(boolean isByDatabase) {
        return new Tables(isByDatabase).map();
    }

    /** The tables, with or without foreign keys. */
    private static final class Tables {
        private final MetaData metadata = new MetaData();
        private final boolean isByDatabase;
        private final Table book;
        private final Table page;
        private final Table line;
        private final Table mark;
        private final Table label;

        Tables(boolean isByDatabase) {
            this.isByDatabase = isByDatabase;
            book = Table.of(metadata, "book", t -> t.column("code", CODE, code -> code.primaryKey()));
            page = Table.of(
                    metadata,
                    "page",
                    t -> t.column("book_code", CODE, code -> referring(code.primaryKey()))
                            .column("number", INTEGER, number -> number.primaryKey())
                            .column("title", CODE, title -> {}));
            line = Table.of(
                    metadata,
                    "line",
                    t -> referring(t.column("id", INTEGER, id -> id.primaryKey())
                            .column("book_code", CODE, code -> {})
                            .column("page_number", INTEGER, number -> {})));
            mark = Table.of(
                    metadata,
                    "mark",
                    t -> t.column("id", INTEGER, id -> id.primaryKey()).column("book_code", CODE, this::referring));
            label = Table.of(metadata, "label", t -> t.column("id", INTEGER, id -> id.primaryKey()));
            Table.of(
                    metadata,
                    "book_tag",
                    t -> t.column("book_code", CODE, code -> referring(code.primaryKey()))
                            .column("tag_id", INTEGER, tag -> tag.primaryKey().references("label.id")));
        }

        private void referring(ColumnSpec<String> code) {
            if (isByDatabase) {
                code.references("book.code", key -> key.onUpdate(ForeignKey.Action.CASCADE));
            }
        }

        private void referring(TableSpec lines) {
            if (isByDatabase) {
                lines.foreignKey(
                        List.of("book_code", "page_number"),
                        List.of("page.book_code", "page.number"),
                        key -> key.onUpdate(ForeignKey.Action.CASCADE));
            }
        }

        Registry map() {
            return Registry.of(metadata)
                    .with(books())
                    .with(pages())
                    .with(lines())
                    .with(marks())
                    .with(Mapping.of(Label.class, label).property("id", label.column("id", INTEGER)));
        }

        private Mapping<Book> books() {
            return Mapping.of(Book.class, book)
                    .property("code", book.column("code", CODE))
                    .toMany(
                            "pages",
                            Page.class,
                            spec -> spec.backPopulates("book")
                                    .orderBy("number")
                                    .passiveUpdates(isByDatabase)
                                    .primaryJoin(() -> Book_.code.eq(foreign(Page_.bookCode))))
                    .toMany(
                            "labels",
                            Label.class,
                            spec -> spec.secondary("book_tag")
                                    .orderBy("id")
                                    .passiveUpdates(isByDatabase)
                                    .primaryJoin(() -> Book_.code.eq(
                                            foreign(metadata.table("book_tag").column("book_code", CODE)))));
        }

        private Mapping<Page> pages() {
            return Mapping.of(Page.class, page)
                    .property("bookCode", page.column("book_code", CODE))
                    .property("number", page.column("number", INTEGER))
                    .property("title", page.column("title", CODE))
                    .toOne(
                            "book",
                            Book.class,
                            spec -> spec.backPopulates("pages")
                                    .passiveUpdates(isByDatabase)
                                    .primaryJoin(() -> Book_.code.eq(foreign(Page_.bookCode))))
                    .toMany(
                            "lines",
                            Line.class,
                            spec -> spec.orderBy("id")
                                    .passiveUpdates(isByDatabase)
                                    .primaryJoin(() -> and(
                                            Page_.bookCode.eq(foreign(Line_.bookCode)),
                                            Page_.number.eq(foreign(Line_.pageNumber)))));
        }

        private Mapping<Line> lines() {
            return Mapping.of(Line.class, line)
                    .property("id", line.column("id", INTEGER))
                    .property("bookCode", line.column("book_code", CODE))
                    .property("pageNumber", line.column("page_number", INTEGER));
        }

        private Mapping<Mark> marks() {
            return Mapping.of(Mark.class, mark)
                    .property("id", mark.column("id", INTEGER))
                    .property("bookCode", mark.column("book_code", CODE))
                    .toOne(
                            "book",
                            Book.class,
                            spec -> spec.passiveUpdates(isByDatabase)
                                    .primaryJoin(() -> Book_.code.eq(foreign(Mark_.bookCode))));
        }
    }
}
