/** The settings of the scripts. */
final class Environment {

    private Environment() {}

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
