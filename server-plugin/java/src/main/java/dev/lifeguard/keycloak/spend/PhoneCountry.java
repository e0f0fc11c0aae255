package dev.lifeguard.keycloak.spend;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** To which country a number belongs: +1 alone is the United States, Canada and two dozen more. */
final class PhoneCountry {

    /** What libphonenumber calls numbers of no country, such as satellite phones. */
    private static final String WORLD = "001";

    private PhoneCountry() {
    }

    /** @return ISO 3166-1 alpha-2, or null */
    static String of(String e164) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            String region = numbers.getRegionCodeForNumber(numbers.parse(e164, null));
            return WORLD.equals(region) ? null : region;
        } catch (NumberParseException e) {
            return null;
        }
    }
}
