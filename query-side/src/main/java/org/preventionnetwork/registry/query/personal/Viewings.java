package org.preventionnetwork.registry.query.personal;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The viewing that what is read now belongs to: the current request's, or one that a job has opened. */
@Component
public final class Viewings {
    private static final String CURRENT = Viewings.class.getName();

    private final AccessLog log;
    private final ThreadLocal<@Nullable Viewing> opened = new ThreadLocal<>();

    Viewings(AccessLog log) {
        this.log = log;
    }

    /** From here on, and until it is answered, the current request may read personal data for this. */
    public void begin(ViewKind kind) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(CURRENT, new Viewing(kind), RequestAttributes.SCOPE_REQUEST);
    }

    /**
     * Reads personal data where there is no request. The access log has it when this returns.
     *
     * @param actor on whose behalf
     * @param what stands where the path of a request does
     */
    public <T> T withoutRequest(String actor, ViewKind kind, String what, Supplier<T> reading) {
        Viewing viewing = new Viewing(kind);
        opened.set(viewing);
        try {
            T read = reading.get();
            log.record(Viewer.job(actor, what), kind, viewing.persons());
            return read;
        } finally {
            opened.remove();
        }
    }

    /** @throws IllegalStateException where nobody has said what for */
    Viewing current() {
        Viewing viewing = opened.get();
        return viewing != null
                ? viewing
                : ofRequest()
                        .orElseThrow(() -> new IllegalStateException(
                                "personal data is read without saying what for; nobody could account for it"));
    }

    Optional<Viewing> ofRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Viewing) request.getAttribute(CURRENT, RequestAttributes.SCOPE_REQUEST));
    }
}
