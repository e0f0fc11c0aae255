package dev.lifeguard.keycloak.cognito.srp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** The numbers were computed by amazon-cognito-identity-js 6.3.21 on one side and by another program on the other. */
class SrpVectorsTest {

    private static final String POOL = "AbC123dEf";
    private static final String USER = "7b8f2a4e-1c2d-4e5f-8a9b-0c1d2e3f4a5b";
    private static final String PASSWORD = "P2$Sword";
    private static final String TIMESTAMP = "Mon Nov 9 07:05:03 UTC 2026";
    private static final String SIGNATURE = "PWhHCmNNW/AeZ2bqrfjbcBEMo236X5sqtgwYoGsi0vU=";
    private static final byte[] SECRET_BLOCK = Base64.getDecoder().decode("c2VjcmV0LWJsb2NrLW9wYXF1ZS10by1jbGllbnRz");
    private static final byte[] SALT = HexFormat.of().parseHex("a1b2c3d4e5f60718293a4b5c6d7e8f90");
    private static final BigInteger B = hex("fedcba0987654321fedcba0987654321fedcba0987654321fedcba0987654321");
    private static final BigInteger CLIENT_PUBLIC = hex("15b7895288cf65bac7eb75811c21e9e5d6b0c3616fec42a6f594704b7e4f51b149be77e532e4cd7cfe789e59d87dd41cbe22808c1506f2275308d5da8caa45d6"
            + "7149d8443940fed8b8de745c5f0423b011f40e30c46a4144b3efff5b63c565e8f6fe9bda16ca3e5c7f52675c32e311e826308995bffa395c562600441efbce9e"
            + "6e8efd9abbb0b3840df6e713e8d1ebdb64e4aa12e51e4ec02412b7ab79962bbd3ffa34160bb55e4a266fe7cf1098596e96d25a17d50434d09c608fd68a3f3d72"
            + "f3260ef630a96440503703c9ec3df24f17f6d5838b31b628bf36748d91565aadce9488e5926dd5774b7d86dfe651063b46e1933463297462257822a01d879e11"
            + "3bb2bb28bd4263fff5b110dcbbd5f228cd390cd81f93e7c0bed9d4eafe30a5e846ebff974064bb7c64a31f37f9789a26d8c48d6ad05ac735313b53457e4a9cfb"
            + "ffba3a34f8d910da327a5ed5c9279bd2246f8a8bd45bfa04d9b4e674f0539b810d17cc15610e747c89cc94d3058affb47bfed7f7da4e6ccc8a4b3ca5367a2ecf");
    private static final BigInteger SERVER_PUBLIC = hex("ea64401c3516d4422998e25e53f994571de297258dbcee01db38141f92131bd4ea115774224964993ea7687a278c0411936851281b2fb4f244d437ab889dde3e"
            + "93169c83f5b38b83794456015e423fc52e22b81bde7fea0ac782e0078681f156c89967a21b4e9b2e01cd35a84b34473a70f8b160e088709851d52e0e5401c3bf"
            + "ee60c2e0cd46be2e5c479b700fa37433cf2cfe7d4a58854484e2587b77fe3785dadc1ee277b4064e69460c9a23b34ff62db9432623f9e7f701036efdf85f1eb3"
            + "943fe91e24bb862a4f3be932191247b27eb0f5614402fb0a53a65208daea6882267f049d73658b698d0a9b4e286be89329040cf4f5c615815ef16c1a7c3c6197"
            + "301592a9a125aa473e3ad768d85ade79d06adbe038b41d479ca363a54260b2b286adbb56b685c5ae18c06776552f7742eeac7e48fae8e02c402f353aba2252ee"
            + "e51bb7860eb48449dcd7ee2e6bdaf0d22c8f4be94b1555fbefae9ebe602f20062383406e5058fe20752b016df22787dd819ccca9183cfdb385153d6992b55ece");
    private static final BigInteger VERIFIER = hex("43efd185ab7fd55656f78972e65882e2961409cd70bf4f5cfbb7735dac3dbe58d160e66ddd3f5f9e19ce9ec871cf0ae6fd9d39cb8700d4061db348c46b354dab"
            + "566bb2d51cb92213d0378c9eaf4c5976b3d50f7e15df387f4373fdfc46572ee7c5e4be282ce76386460bb80bad19404ccd4ca901e70fcf325f5cc0301700adaa"
            + "f3bf2ab900511a6d464aa7d5e82664319351b3d672594d8e01213d8e69d356fb9ad5541008fd926c9741fc88cb6b315121a79b7290a22472a480584de97037e9"
            + "5a8a4271ecaddce96ef6b4f7c15ce4e9193cd994bbf694388fe41534b77ae7caa1609ad795abbff86311c77c92a36bcfa2600d70ae1e645f43d358265814b8b5"
            + "b8a1bcfe4275943443a0e9bc5e7c07557118787f85d97af19d95b10b1b6aa05f844a287effc554c5c2f332b3bfb553880600a3dc2348c912294ef88f7da310e1"
            + "ca4af9d44cf4a8a36a76743f8228016c77e9e6c478722e0769069fdb5aabc87908cbd52514c8a05673584ac90c02203b65ffdf5ca048652c2bee46e411c880fb");

    private final SrpExchange exchange = SrpExchange.start(CLIENT_PUBLIC, B, VERIFIER);

    @Test
    void theMultiplierIsThatOfTheClients() {
        assertEquals(hex("538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6"), SrpGroup.K);
    }

    @Test
    void thePrivateKeyAndTheVerifierAreMadeOfThePassword() {
        assertEquals(hex("e3cb0dddb5baf102a733c4ee0a6d2efd88abe96b1f153ec56876d6de18a5dc57"), SrpGroup.privateKey(SALT, POOL, USER, PASSWORD));
        assertEquals(VERIFIER, SrpVerifier.of(SALT, POOL, USER, PASSWORD).value());
    }

    @Test
    void theServersNumberAndTheScrambleAreRight() {
        assertEquals(SERVER_PUBLIC, exchange.serverPublic());
        assertEquals(hex("3734a987cd695756fef178f2177c10378be1564e5090569e24763bece0727d61"), SrpGroup.scramble(CLIENT_PUBLIC, SERVER_PUBLIC));
    }

    @Test
    void theSharedKeyIsDerivedAsTheClientDoes() {
        BigInteger u = SrpGroup.scramble(CLIENT_PUBLIC, SERVER_PUBLIC);
        BigInteger secret = CLIENT_PUBLIC.multiply(VERIFIER.modPow(u, SrpGroup.N)).modPow(B, SrpGroup.N);
        assertEquals("5fccc8e8925454d74f7aceccf6f8f85a", HexFormat.of().formatHex(SrpExchange.key(secret, u)));
    }

    @Test
    void theSignatureIsTakenAndNoOther() {
        assertTrue(exchange.isProof(VERIFIER, POOL, USER, SECRET_BLOCK, TIMESTAMP, SIGNATURE));
        assertFalse(exchange.isProof(VERIFIER, POOL, USER, SECRET_BLOCK, TIMESTAMP.replace("03", "04"), SIGNATURE));
        assertFalse(exchange.isProof(VERIFIER, POOL, "another", SECRET_BLOCK, TIMESTAMP, SIGNATURE));
        assertFalse(exchange.isProof(VERIFIER, "AnotherOne", USER, SECRET_BLOCK, TIMESTAMP, SIGNATURE));
        assertFalse(exchange.isProof(VERIFIER.add(BigInteger.ONE), POOL, USER, SECRET_BLOCK, TIMESTAMP, SIGNATURE));
        assertFalse(exchange.isProof(VERIFIER, POOL, USER, SECRET_BLOCK, TIMESTAMP, "not base64!"));
        assertFalse(exchange.isProof(VERIFIER, POOL, USER, SECRET_BLOCK, TIMESTAMP, ""));
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
