package dev.lifeguard.keycloak.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DateHeaderTest {

    @Test
    void isWrittenAsHttpWritesDates() {
        // The example of RFC 9110 section 5.6.7.
        assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", DateHeader.at(784_111_777_000L));
    }

    @Test
    void isTheSameWithinASecondAndMovesOnWithTheNext() {
        assertEquals(DateHeader.at(1_000), DateHeader.at(1_999));
        assertNotEquals(DateHeader.at(1_999), DateHeader.at(2_000));
        // A clock that is put back is believed too.
        assertEquals("Thu, 01 Jan 1970 00:00:01 GMT", DateHeader.at(1_500));
    }
}
