package org.preventionnetwork.registry.standalone.recording;

import java.util.List;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.query.web.Wording;

/**
 * Which state somebody's words mean, in the page's language.
 *
 * @param said the state's name, or why none is meant
 * @param candidates names of those that could be, where none is called so
 */
record StateExplanation(String said, List<String> candidates) {
    static StateExplanation of(String text, Wording say) {
        try {
            return new StateExplanation(say.state(StateCode.of(text).value()), List.of());
        } catch (UnknownState none) {
            List<String> near = none.candidates().stream()
                    .map(code -> say.state(code.value()))
                    .toList();
            return new StateExplanation(say.text(near.isEmpty() ? "record.stateUnknown" : "fault.state.which"), near);
        }
    }
}
