package io.oceanid.adapter.rules;

/** What the rules call what they find. The project's COMMODITY is not among them: goods have no form of their own. */
final class Label {

    static final String VESSEL = "VESSEL";
    static final String HS_CODE = "HS_CODE";
    static final String PORT = "PORT";
    static final String IMO = "IMO";
    static final String FLAG = "FLAG";
    static final String RISK_LEVEL = "RISK_LEVEL";
    static final String DATE = "DATE";

    private Label() {}
}
