package org.preventionnetwork.registry.query.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.query.web.Frame.FaultText;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** Says beside every field of a page what is wrong with it, so that no template can forget to. */
@Component
class FaultyFields extends AbstractProcessorDialect {
    private static final String NAME = "Faulty fields";

    FaultyFields() {
        super(NAME, "", StandardDialect.PROCESSOR_PRECEDENCE + 1);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Field("input"), new Field("select"));
    }

    private static final class Field extends AbstractAttributeTagProcessor {
        private static final int LAST = 10_000;

        Field(String element) {
            super(TemplateMode.HTML, "", element, false, "name", false, LAST, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String name,
                IElementTagStructureHandler field) {
            if (!(context.getVariable("frame") instanceof Frame frame)
                    || "hidden".equals(tag.getAttributeValue("type"))) {
                return;
            }
            frame.faults().stream()
                    .filter(fault -> fault.parameter().equals(name))
                    .findFirst()
                    .ifPresent(fault -> say(fault, context.getModelFactory(), field));
        }

        private static void say(FaultText fault, IModelFactory make, IElementTagStructureHandler field) {
            String id = "fault-" + fault.parameter();
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "fault");
            attributes.put("id", id);
            IModel message = make.createModel();
            message.add(make.createOpenElementTag("small", attributes, AttributeValueQuotes.DOUBLE, false));
            message.add(make.createText(HtmlEscape.escapeHtml5Xml(fault.sentence())));
            message.add(make.createCloseElementTag("small"));
            field.insertBefore(message);
            field.setAttribute("aria-invalid", "true");
            field.setAttribute("aria-describedby", id);
        }
    }
}
