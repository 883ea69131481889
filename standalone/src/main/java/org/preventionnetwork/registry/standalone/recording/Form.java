package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as its template shows it.
 *
 * @param context what the form is about and is not changed in it
 * @param persons whom it is about
 * @param routes where it is sent, as JSON
 * @param originals how a fact that is corrected stands, as JSON; null where nothing is corrected
 * @param entity the stored id of what it is about, or the empty string
 * @param subject the part it is about, or the empty string
 * @param version of what it is about when the form was opened, or null where something new is recorded
 * @param position of the ledger when the form was opened
 * @param then where to go after saving, or the empty string
 */
record Form(
        Recordable recordable,
        List<Context> context,
        List<Whom.Person> persons,
        List<FormField> fields,
        List<FormField> ids,
        String routes,
        @Nullable String originals,
        String entity,
        String subject,
        @Nullable Long version,
        long position,
        String then) {

    /** @param label a key of the texts */
    record Context(String name, String value, String label, String shown) {}
}
