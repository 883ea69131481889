package org.preventionnetwork.registry.query.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.query.web.Wording;

/**
 * Says in the page's language what a row behind a figure says to programs in English. The rows' own words are made where
 * the figures are defined; each form of theirs is known here, and a title stands for itself.
 */
public final class RowWords {
    private record Form(Pattern english, String text) {}

    private static final List<Form> FORMS = List.of(
            form("([A-Z]{2}) is (MEMBER|OBSERVER|ASSOCIATE|LIAISON) of (.+)", "membership"),
            form("1 official of ([A-Z]{2}) in (.+)", "official"),
            form("([0-9]+) officials of ([A-Z]{2}) in (.+)", "officials"),
            form("officials whose state is not known in (.+)", "unknownState"),
            form("([A-Z]{2}) is named in what is reported of (.+)", "named"),
            form("no state is known that took part in (.+)", "noState"),
            form("only ([0-9]+) of ([0-9]+) states are known that took part in (.+)", "someStates"),
            form("completed a foundational seminar, with every part of its cycle", "alumnus"),
            form("was granted the status", "granted"),
            form("completed (.+)", "completed"),
            form("([0-9]+) participants reported of (.+)", "reported"),
            form("([0-9]+) reported of (.+) and not named", "notNamed"),
            form("([0-9]+) to ([0-9]+) reported of (.+) and not named", "betweenNotNamed"),
            form("nothing recorded links initiatives with programmes", "initiativesNotLinked"),
            form("states are members of networks and not of programmes", "notOfProgrammes"),
            form("neither a roster nor a number of participants is known of (.+)", "unlisted"),
            form("enrolled in (.+)", "enrolled"),
            form("there is no roster of (.+)", "noRoster"));

    private static final Map<String, String> KINDS = Map.of(
            "MEMBER", "member",
            "OBSERVER", "observer",
            "ASSOCIATE", "associate",
            "LIAISON", "liaison");

    private final Wording say;

    public RowWords(Wording say) {
        this.say = say;
    }

    private static Form form(String english, String text) {
        return new Form(Pattern.compile(english, Pattern.DOTALL), text);
    }

    /** @param texts by which the pages' texts know the forms */
    public String of(String texts, FigureRow row) {
        for (Form form : FORMS) {
            Matcher words = form.english().matcher(row.what());
            if (words.matches()) {
                return said(texts, form.text(), words);
            }
        }
        return row.what();
    }

    private String said(String texts, String text, Matcher words) {
        if (text.equals("membership")) {
            return say.text(texts + "." + KINDS.get(words.group(2)), say.state(words.group(1)), words.group(3));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= words.groupCount(); i++) {
            String value = words.group(i);
            values.add(
                    i < words.groupCount() && value.matches("[A-Z]{2}")
                            ? say.state(value)
                            : i < words.groupCount() && value.matches("[0-9]{1,18}") ? Long.valueOf(value) : value);
        }
        return say.text(texts + "." + text, values.toArray());
    }
}
