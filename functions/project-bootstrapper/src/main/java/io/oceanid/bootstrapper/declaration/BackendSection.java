package io.oceanid.bootstrapper.declaration;

import io.oceanid.bootstrapper.declaration.BackendDeclaration.Login;
import org.jspecify.annotations.Nullable;

/** Reads what is declared of a backend. */
final class BackendSection {

    private static final double LABEL_STUDIOS_TIMEOUT = 100;
    private static final double AN_HOUR = 3_600;

    private final Defaults defaults;
    private final Placeholders placeholders;

    BackendSection(Defaults defaults) {
        this.defaults = defaults;
        this.placeholders = new Placeholders(defaults.secrets());
    }

    BackendDeclaration read(Section section) {
        BackendDeclaration backend = new BackendDeclaration(
                HttpUrl.read(section, defaults.backendUrl(), "NER_BACKEND_URL"),
                section.has("title") ? section.required("title") : "oceanid",
                section.flag("interactive", false),
                section.number("timeout", LABEL_STUDIOS_TIMEOUT, 1, AN_HOUR),
                login(section),
                section.object("extraParams"));
        section.end();
        return backend;
    }

    private @Nullable Login login(Section backend) {
        Section section = backend.section("login");
        if (section == null) {
            return backend.has("url") ? null : defaults.backendLogin();
        }
        Login login = new Login(
                section.required("user"), placeholders.filled(section, "password", section.required("password")));
        section.end();
        return login;
    }
}
