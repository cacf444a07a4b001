package io.athanor.sql.tree;

/**
 * One method per kind of node, none with a default: a new kind does not build until every compiler renders it.
 *
 * @since 0.1.0
 */
public interface SqlVisitor {
    /**
     * Visit a bound value.
     *
     * @param node the node
     */
    void visitBind(Bind<?> node);

    /**
     * Visit a list of bound values that is expanded at execution.
     *
     * @param node the node
     */
    void visitBindList(BindList<?> node);

    /**
     * Visit a list of expressions in parentheses.
     *
     * @param node the node
     */
    void visitExpressionList(ExpressionList node);

    /**
     * Visit a column.
     *
     * @param node the node
     */
    void visitColumn(NamedColumn<?> node);

    /**
     * Visit raw SQL as a column expression.
     *
     * @param node the node
     */
    void visitLiteralColumn(LiteralColumn<?> node);

    /**
     * Visit NULL.
     *
     * @param node the node
     */
    void visitNull(NullExpression<?> node);

    /**
     * Visit TRUE or FALSE.
     *
     * @param node the node
     */
    void visitConstant(BooleanConstant node);

    /**
     * Visit a comparison.
     *
     * @param node the node
     */
    void visitComparison(Comparison node);

    /**
     * Visit BETWEEN.
     *
     * @param node the node
     */
    void visitBetween(Between node);

    /**
     * Visit AND or OR.
     *
     * @param node the node
     */
    void visitLogical(Logical node);

    /**
     * Visit NOT.
     *
     * @param node the node
     */
    void visitNot(Not node);

    /**
     * Visit a boolean expression used as a condition.
     *
     * @param node the node
     */
    void visitTruth(Truth node);

    /**
     * Visit EXISTS.
     *
     * @param node the node
     */
    void visitExists(Exists node);

    /**
     * Visit an operation on two operands.
     *
     * @param node the node
     */
    void visitBinary(BinaryOperation<?> node);

    /**
     * Visit an operator before its only operand.
     *
     * @param node the node
     */
    void visitUnary(UnaryOperation<?> node);

    /**
     * Visit a chain of one operator.
     *
     * @param node the node
     */
    void visitChain(Chain<?> node);

    /**
     * Visit a pattern made of a text, right of LIKE.
     *
     * @param node the node
     */
    void visitLikePattern(LikePattern node);

    /**
     * Visit a comparison with a regular expression.
     *
     * @param node the node
     */
    void visitRegexp(Regexp node);

    /**
     * Visit a replacement by a regular expression.
     *
     * @param node the node
     */
    void visitRegexpReplacement(RegexpReplacement node);

    /**
     * Visit a row value.
     *
     * @param node the node
     */
    void visitTuple(Tuple node);

    /**
     * Visit a list of rows of bound values that is expanded at execution.
     *
     * @param node the node
     */
    void visitBindRows(BindRows node);

    /**
     * Visit ANY or ALL of a subquery.
     *
     * @param node the node
     */
    void visitQuantified(Quantified<?> node);

    /**
     * Visit a value that is written as a literal.
     *
     * @param node the node
     */
    void visitInlineValue(InlineValue<?> node);

    /**
     * Visit a part of a JSON value.
     *
     * @param node the node
     */
    void visitJsonItem(JsonItem<?> node);

    /**
     * Visit EXTRACT.
     *
     * @param node the node
     */
    void visitExtraction(Extraction node);

    /**
     * Visit a window function.
     *
     * @param node the node
     */
    void visitWindowFunction(WindowFunction<?> node);

    /**
     * Visit a window.
     *
     * @param node the node
     */
    void visitWindow(Window node);

    /**
     * Visit a column of no known table.
     *
     * @param node the node
     */
    void visitBareColumn(BareColumn<?> node);

    /**
     * Visit a function in FROM.
     *
     * @param node the node
     */
    void visitTableFunction(TableFunction node);

    /**
     * Visit raw SQL that selects known columns.
     *
     * @param node the node
     */
    void visitTextSelect(TextSelect<?> node);

    /**
     * Visit a function call.
     *
     * @param node the node
     */
    void visitFunction(StandardFunction<?> node);

    /**
     * Visit CASE.
     *
     * @param node the node
     */
    void visitCase(CaseExpression<?> node);

    /**
     * Visit CAST.
     *
     * @param node the node
     */
    void visitCast(Cast<?> node);

    /**
     * Visit a change of the Java type only.
     *
     * @param node the node
     */
    void visitTypeCoercion(TypeCoercion<?> node);

    /**
     * Visit COLLATE.
     *
     * @param node the node
     */
    void visitCollation(Collation<?> node);

    /**
     * Visit a label.
     *
     * @param node the node
     */
    void visitLabel(LabeledExpression<?> node);

    /**
     * Visit a label or column named in ORDER BY.
     *
     * @param node the node
     */
    void visitLabelReference(LabelReference node);

    /**
     * Visit a direction in ORDER BY.
     *
     * @param node the node
     */
    void visitOrdering(SortKey node);

    /**
     * Visit a subquery of one value.
     *
     * @param node the node
     */
    void visitScalarSubquery(ScalarSubquery<?> node);

    /**
     * Visit a projection.
     *
     * @param node the node
     */
    void visitProjection(Projection<?> node);

    /**
     * Visit an expression of a user's own class.
     *
     * @param node the node
     */
    void visitCustom(CustomExpression<?> node);

    /**
     * Visit raw SQL.
     *
     * @param node the node
     */
    void visitText(Text node);

    /**
     * Visit a table.
     *
     * @param node the node
     */
    void visitTable(NamedTable node);

    /**
     * Visit a join.
     *
     * @param node the node
     */
    void visitJoin(Join node);

    /**
     * Visit a table or subquery under a name of its own.
     *
     * @param node the node
     */
    void visitAlias(Alias node);

    /**
     * Visit a SELECT.
     *
     * @param node the node
     */
    void visitSelect(Select<?> node);

    /**
     * Visit an INSERT.
     *
     * @param node the node
     */
    void visitInsert(Insert node);

    /**
     * Visit an UPDATE.
     *
     * @param node the node
     */
    void visitUpdate(Update node);

    /**
     * Visit a DELETE.
     *
     * @param node the node
     */
    void visitDelete(Delete node);

    /**
     * Visit a change that yields rows.
     *
     * @param node the node
     */
    void visitReturning(Returning<?> node);

    /**
     * Visit what an INSERT does about a row in its way.
     *
     * @param node the node
     */
    void visitConflict(ConflictClause node);

    /**
     * Visit the value that an INSERT proposed.
     *
     * @param node the node
     */
    void visitExcluded(Excluded<?> node);

    /**
     * Visit a statement whose rows are mapped.
     *
     * @param node the node
     */
    void visitMapped(MappedStatement<?> node);

    /**
     * Visit a leaf that only a layer above can resolve, such as an entity or its attribute.
     *
     * @param node the leaf
     * @param description what it is, for the message
     */
    void visitUnresolved(SqlNode node, String description);

    /**
     * Visit UNION, INTERSECT or EXCEPT.
     *
     * @param node the node
     */
    void visitSetOperation(SetOperation<?> node);

    /**
     * Visit a common table expression where it is used.
     *
     * @param node the node
     */
    void visitCte(Cte node);

    /**
     * Visit a list of rows in FROM.
     *
     * @param node the node
     */
    void visitValues(Values node);

    /**
     * Visit a sample of a table.
     *
     * @param node the node
     */
    void visitTableSample(TableSample node);

    /**
     * Visit what a SELECT locks.
     *
     * @param node the node
     */
    void visitForUpdate(ForUpdate node);

    /**
     * Visit a hint to the database.
     *
     * @param node the node
     */
    void visitHint(Hint node);
}
