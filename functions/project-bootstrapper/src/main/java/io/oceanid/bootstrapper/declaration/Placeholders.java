package io.oceanid.bootstrapper.declaration;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts secrets where a declaration names them, {@code ${secret:name}}: only those that are configured for it. */
record Placeholders(Map<String, String> secrets) {

    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([A-Za-z0-9_-]+)}");

    String filled(Section section, String field, String text) {
        return SECRET.matcher(text).replaceAll(found -> {
            String secret = secrets.get(found.group(1));
            if (secret == null) {
                throw section.refused(
                        field,
                        "names the secret %s, and there is no setting oceanid.bootstrapper.secrets.%s"
                                .formatted(found.group(1), found.group(1)));
            }
            return Matcher.quoteReplacement(secret);
        });
    }
}
