package io.infinityloop.picture;

/** The colours and letters of an SVG picture, in light and in dark. No rule reaches beyond the picture. */
final class Look {
    private static final String RULES = """
            .loop-picture{font-family:system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif;direction:ltr}
            .loop-picture text{fill:#0f172a;text-anchor:middle}
            .loop-picture .card{fill:#ffffff}
            .loop-picture .heading{font-size:22px;font-weight:700}
            .loop-picture .detail{font-size:14px;fill:#475569}
            .loop-picture .legend{font-size:14px;fill:#334155;text-anchor:start}
            .loop-picture .verb{font-size:15px;fill:#334155;stroke:#ffffff;stroke-width:5px;stroke-linejoin:round;\
            paint-order:stroke}
            .loop-picture .half{font-size:14px;font-weight:600;letter-spacing:.04em}
            .loop-picture .name{font-weight:700}
            .loop-picture .band{fill:none;stroke-width:22}
            .loop-picture .way{fill:none;stroke-width:4;stroke-linecap:round}
            .loop-picture .disc{fill:#ffffff;stroke-width:4}
            .loop-picture .ring{fill:none;stroke-width:4}
            .loop-picture .a .band{stroke:#e0e7ff}
            .loop-picture .b .band{stroke:#ccfbf1}
            .loop-picture .a .way,.loop-picture .a .disc,.loop-picture .a .ring{stroke:#4338ca}
            .loop-picture .b .way,.loop-picture .b .disc,.loop-picture .b .ring{stroke:#0f766e}
            .loop-picture .a .head,.loop-picture .a .half,.loop-picture .a.here .disc,.loop-picture .a .pill{fill:#4338ca}
            .loop-picture .b .head,.loop-picture .b .half,.loop-picture .b.here .disc,.loop-picture .b .pill{fill:#0f766e}
            .loop-picture .here .name,.loop-picture .here .note{fill:#ffffff}
            .loop-picture .pill{stroke:#ffffff;stroke-width:3}
            .loop-picture .word{font-size:13px;font-weight:700;fill:#ffffff}
            .loop-picture .retired .disc,.loop-picture .retired .ring{stroke-dasharray:7 6}
            .loop-picture .back .way{stroke:#b45309;stroke-width:3;stroke-dasharray:2 7}
            .loop-picture .back .head,.loop-picture .back .verb{fill:#b45309}
            .loop-picture .mark{stroke:#ffffff;stroke-width:3;stroke-linejoin:round}
            .loop-picture .sign{fill:none;stroke:#ffffff;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
            .loop-picture .good{fill:#15803d}
            .loop-picture .warning{fill:#b45309}
            .loop-picture .bad{fill:#b91c1c}
            """;

    private static final String DARK = """
            .loop-picture text{fill:#f1f5f9}
            .loop-picture .card{fill:#0f172a}
            .loop-picture .detail{fill:#94a3b8}
            .loop-picture .legend{fill:#cbd5e1}
            .loop-picture .verb{fill:#cbd5e1;stroke:#0f172a}
            .loop-picture .disc{fill:#1e293b}
            .loop-picture .a .band{stroke:#272a5c}
            .loop-picture .b .band{stroke:#123f43}
            .loop-picture .a .way,.loop-picture .a .disc,.loop-picture .a .ring{stroke:#a5b4fc}
            .loop-picture .b .way,.loop-picture .b .disc,.loop-picture .b .ring{stroke:#5eead4}
            .loop-picture .a .head,.loop-picture .a .half,.loop-picture .a.here .disc,.loop-picture .a .pill{fill:#a5b4fc}
            .loop-picture .b .head,.loop-picture .b .half,.loop-picture .b.here .disc,.loop-picture .b .pill{fill:#5eead4}
            .loop-picture .here .name,.loop-picture .here .note,.loop-picture .word{fill:#0f172a}
            .loop-picture .pill,.loop-picture .mark{stroke:#0f172a}
            .loop-picture .sign{stroke:#0f172a}
            .loop-picture .back .way{stroke:#fbbf24}
            .loop-picture .back .head,.loop-picture .back .verb{fill:#fbbf24}
            .loop-picture .good{fill:#4ade80}
            .loop-picture .warning{fill:#fbbf24}
            .loop-picture .bad{fill:#f87171}
            """;

    private Look() {}

    /** {@return the style element, with the line that ends it} */
    static String style() {
        return "<style>\n" + RULES + "@media (prefers-color-scheme:dark){\n" + DARK + "}\n</style>\n";
    }
}
