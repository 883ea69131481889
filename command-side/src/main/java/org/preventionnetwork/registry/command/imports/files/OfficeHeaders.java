package org.preventionnetwork.registry.command.imports.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What offices call columns in the four languages, so that nobody has to rename them in every list. */
final class OfficeHeaders {
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String FULL_NAME = "full_name";

    private static final Map<String, String> OF_ALL = Map.of("country", "state", "pais", "state", "pays", "state");
    private static final Map<String, String> OF_PERSONS = persons();
    /** Often in such lists, and nothing that is recorded from them. */
    private static final Set<String> WITHOUT_PLACE = Set.of(
            "sex",
            "gender",
            "sexo",
            "sexe",
            "genero",
            "genre",
            "organisation",
            "organization",
            "organizacion",
            "organizacao",
            // An institution is told by its id, which no list has in such a column.
            "institution_name",
            "name_of_institution",
            "name_of_the_institution",
            "nombre_institucion",
            "nombre_de_institucion",
            "nombre_de_la_institucion",
            "nom_institution",
            "nom_de_l_institution",
            "nome_instituicao",
            "nome_da_instituicao",
            "trainings",
            "training",
            "seminar",
            "seminars",
            "seminario",
            "seminaire",
            "phone",
            "telephone",
            "telefono",
            "telefone",
            "mobile");
    /** Days of birth, which are not kept: a list that has them is refused, so that nobody takes them for recorded. */
    private static final Set<String> OF_BIRTH = Set.of(
            "birth",
            "born",
            "birthdate",
            "birth_date",
            "birthday",
            "birth_year",
            "year_of_birth",
            "date_of_birth",
            "dob",
            "d_o_b",
            "nacimiento",
            "fecha_nacimiento",
            "fecha_de_nacimiento",
            "ano_de_nacimiento",
            "naissance",
            "date_naissance",
            "date_de_naissance",
            "annee_de_naissance",
            "ne_le",
            "nee_le",
            "nascimento",
            "data_nascimento",
            "data_de_nascimento",
            "ano_de_nascimento");
    /** Alone they are the whole name, beside a last name the first. */
    private static final Set<String> NAMES = Set.of("name", "nombre", "nome");

    private OfficeHeaders() {}

    private static Map<String, String> persons() {
        Map<String, String> columns = new HashMap<>(OF_ALL);
        Map.of(
                        FULL_NAME,
                        "fullname name participant participant_name nombre nombre_completo nombre_y_apellidos nom"
                                + " nom_complet nome nome_completo",
                        FIRST_NAME,
                        "firstname given_name given_names forename nombres prenom prenoms",
                        LAST_NAME,
                        "lastname surname family_name apellido apellidos sobrenome nom_de_famille",
                        "email",
                        "e_mail mail email_address e_mail_address correo correo_electronico courriel",
                        "position",
                        "job_title function cargo puesto fonction",
                        "institution",
                        "institution_id institucion instituicao")
                .forEach((column, names) -> List.of(names.split(" ")).forEach(name -> columns.put(name, column)));
        return Map.copyOf(columns);
    }

    /**
     * The names of the format; of a column that has no place in it, none.
     *
     * @param names as they stand in the header, in small letters
     */
    static List<String> mapped(FileKind kind, List<String> names) {
        if (ListedBefore.is(names)) {
            return ListedBefore.mapped(kind, names);
        }
        boolean persons = kind == FileKind.OFFICIALS;
        Map<String, String> known = persons ? OF_PERSONS : OF_ALL;
        List<String> plain = names.stream().map(OfficeHeaders::plain).toList();
        boolean lastName = plain.stream().anyMatch(name -> LAST_NAME.equals(known.getOrDefault(name, name)));
        boolean french = plain.contains("prenom") || plain.contains("prenoms");
        List<String> mapped = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = plain.get(i);
            String column = persons && lastName && NAMES.contains(name)
                    ? FIRST_NAME
                    : persons && french && name.equals("nom") ? LAST_NAME : known.getOrDefault(name, name);
            if (kind.columns().contains(names.get(i))) {
                mapped.add(names.get(i));
            } else if (persons && WITHOUT_PLACE.contains(name)) {
                mapped.add("");
            } else if ((kind.columns().contains(column) || persons && isPartOfName(column))
                    && !names.contains(column)) {
                mapped.add(column);
            } else {
                mapped.add(names.get(i));
            }
        }
        return mapped;
    }

    /** @param name as it stands in the header */
    static boolean isOfBirth(String name) {
        return OF_BIRTH.contains(plain(name));
    }

    /** Whether it is a word that offices put above columns; some are surnames too. */
    static boolean isKnown(String name) {
        String plain = plain(name);
        return WITHOUT_PLACE.contains(plain) || OF_PERSONS.containsKey(plain) || OF_BIRTH.contains(plain);
    }

    static boolean isPartOfName(String column) {
        return column.equals(FIRST_NAME) || column.equals(LAST_NAME);
    }

    /** Whether all that the format needs is there. */
    static boolean isComplete(FileKind kind, List<String> mapped) {
        return kind.required().stream().allMatch(column -> has(mapped, column));
    }

    static boolean has(List<String> mapped, String column) {
        return mapped.contains(column) || column.equals(FULL_NAME) && mapped.contains(LAST_NAME);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
