package org.preventionnetwork.registry.command.reading;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.preventionnetwork.registry.command.reading.FieldError.Code;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;

/** Checks the constraints that records declare on their fields and on what their lists hold. */
final class Constraints {
    /** Lives as long as the program, hence is never closed. */
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    void check(FieldShape field, Object value, String pointer, FieldErrors errors) {
        VALIDATOR.validateValue(field.owner(), field.name(), value).stream()
                .sorted(Comparator.comparing(violation -> pointer(violation, pointer)))
                .forEach(violation -> add(violation, pointer(violation, pointer), errors));
    }

    private static String pointer(ConstraintViolation<?> violation, String pointer) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                return pointer + "/" + node.getIndex();
            }
        }
        return pointer;
    }

    private static void add(ConstraintViolation<?> violation, String pointer, FieldErrors errors) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Size size) {
            Object invalid = violation.getInvalidValue();
            String what = invalid instanceof CharSequence ? " characters are accepted" : " entries are accepted";
            errors.add(pointer, Code.TOO_LONG, "at most " + size.max() + what);
        } else if (constraint instanceof Min min) {
            errors.add(pointer, Code.OUT_OF_RANGE, "a whole number from " + min.value() + " on is accepted");
        } else if (constraint instanceof Max max) {
            errors.add(pointer, Code.OUT_OF_RANGE, "a whole number up to " + max.value() + " is accepted");
        } else if (constraint instanceof NotEmpty) {
            errors.add(pointer, Code.MISSING, "at least one entry is required");
        } else if (constraint instanceof Email) {
            errors.add(pointer, Code.INVALID, "an e-mail address is accepted");
        } else {
            errors.add(pointer, Code.INVALID, violation.getMessage());
        }
    }
}
