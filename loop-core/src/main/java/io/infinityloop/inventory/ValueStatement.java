package io.infinityloop.inventory;

import io.infinityloop.internal.Texts;

/**
 * What a product is good for, so that plan items can say which of it they serve
 * ({@link io.infinityloop.artifact.PlanBrief#value()}).
 *
 * <p>Source: requirement ART-30.
 *
 * @param id names the statement, not blank
 * @param product names the product, not blank
 * @param text the value, in words, not blank
 * @param isMinimum whether it is part of the least that is of use: of the minimum viable product
 * @since 0.1
 */
public record ValueStatement(String id, String product, String text, boolean isMinimum) {
    /**
     * Creates a value statement.
     *
     * @throws IllegalArgumentException if a text is blank, or an id has more than 500 characters or the value more than
     *     100,000
     */
    public ValueStatement {
        Texts.id("value statement id", id);
        Texts.id("product", product);
        Texts.bounded("value", text, Texts.PROSE_LIMIT);
    }
}
