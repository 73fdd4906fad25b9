package io.infinityloop.catalogue;

/**
 * The document that a card of the catalogue is taken from; its words are ours, its figures are those of the document.
 *
 * <p>Source: requirement CAT-11.
 *
 * @since 0.1
 */
public enum Source {
    /** A guide of May 2025 through the eight stages. */
    S0("Infinity DevOps: The DevOps Infinity Loop: A Continuous Path to Value-Driven Delivery, 2025"),
    /** A lesson for beginners, with stories and figures. */
    S1("DevOps fundamentals, lesson 4: The DevOps Infinity Loop"),
    /** An article of 2019 on five continuous practices. */
    S2("The Anatomy of DevOps Process Flow – Close the Loop to Succeed, 2019"),
    /** An encyclopaedia article on principles, practices and mistakes. */
    S3("Agile Scrum Master: DevOps"),
    /** An article of August 2021 through the eight phases. */
    S4("The DevOps 8, 2021"),
    /** None of them: what the authors of this library add. */
    OWN("this library");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    /** {@return author, title and year, as far as the document tells them} */
    public String title() {
        return title;
    }
}
