package io.oceanid.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeDocumentTest {

    @Test
    void theTextsOfTheRecordings() {
        assertThat(Reading.of(
                        "MV NORTHERN STAR (IMO 9321483) loaded soybeans HS 1201.90 at Santos on 2024-03-01 under the"
                                + " Liberia flag, risk HIGH."))
                .containsExactly(
                        "VESSEL MV NORTHERN STAR",
                        "IMO IMO 9321483",
                        "HS_CODE 1201.90",
                        "PORT Santos",
                        "DATE 2024-03-01",
                        "FLAG Liberia",
                        "RISK_LEVEL HIGH");
        assertThat(Reading.of("MV OCEAN PEARL called at Rotterdam with 3,000 t of palm oil."))
                .containsExactly("VESSEL MV OCEAN PEARL", "PORT Rotterdam");
        assertThat(Reading.of("Zürich – Schiff „MV ÄGIR“ 🚢 aus Singapore am 2024-05-06."))
                .containsExactly("VESSEL MV ÄGIR", "PORT Singapore", "DATE 2024-05-06");
        assertThat(Reading.of("single via tasks api")).isEmpty();
    }

    @Test
    void aBillOfLading() {
        assertThat(Reading.of("""
            BILL OF LADING No. MAEU584763921                      ORIGINAL
            SHIPPER: CAFE DO SUL EXPORTADORA LTDA, AV. ANA COSTA 100, SANTOS, BRAZIL
            CONSIGNEE: NORDKAFFEE GMBH, AM SANDTORKAI 5, HAMBURG, GERMANY
            VESSEL: CAP SAN LORENZO   VOYAGE: 412N   FLAG: DENMARK   IMO NO: 9622227
            PORT OF LOADING: SANTOS (BRSSZ)   PORT OF DISCHARGE: HAMBURG (DEHAM)
            FINAL DESTINATION: BREMEN
            320 BAGS GREEN COFFEE, HS CODE 0901.11, NET 19,200.00 KGS, GROSS 19,392.00 KGS
            FREIGHT PREPAID USD 1250.50
            SHIPPED ON BOARD 12-MAR-2024
            """))
                .containsExactly(
                        "PORT SANTOS",
                        "PORT HAMBURG",
                        "VESSEL CAP SAN LORENZO",
                        "FLAG DENMARK",
                        "IMO IMO NO: 9622227",
                        "PORT SANTOS",
                        "PORT BRSSZ",
                        "PORT HAMBURG",
                        "PORT DEHAM",
                        "PORT BREMEN",
                        "HS_CODE 0901.11",
                        "DATE 12-MAR-2024");
    }

    @Test
    void anInvoice() {
        assertThat(Reading.of("""
            Commercial invoice 2024-0117                    Date: 5 April 2024
            Seller: Golden Palm Sdn Bhd, Port Klang, Malaysia
            Terms: CIF Rotterdam, due 05.05.2024
            1  RBD palm olein   tariff no. 1511.90.00   500.00 MT   1,045.50 USD   522,750.00
            2  Palm kernel oil  1513.29.10              100 MT      1205.00        120,500.00
            Mobile: +60 3 5550 1234   Nice doing business with you.
            Shipped per m.v. Straits Trader, Panama-flagged, a low-risk vessel.
            """))
                .containsExactly(
                        "DATE 5 April 2024",
                        "PORT Port Klang",
                        "PORT Rotterdam",
                        "DATE 05.05.2024",
                        "HS_CODE 1511.90.00",
                        "HS_CODE 1513.29.10",
                        "VESSEL m.v. Straits Trader",
                        "FLAG Panama",
                        "RISK_LEVEL low");
    }
}
