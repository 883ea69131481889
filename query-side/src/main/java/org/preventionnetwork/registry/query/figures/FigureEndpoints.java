package org.preventionnetwork.registry.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.preventionnetwork.registry.query.http.AsCsv;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.Paged;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/figures")
@Tag(name = "Figures")
class FigureEndpoints {
    private final Questions questions;
    private final Figures figures;
    private final Scopes scopes;
    private final Dictionary dictionary;

    FigureEndpoints(Questions questions, Figures figures, Scopes scopes, Dictionary dictionary) {
        this.dictionary = dictionary;
        this.questions = questions;
        this.figures = figures;
        this.scopes = scopes;
    }

    record FigureMeanings(List<Dictionary.FigureMeaning> items) implements AsCsv {
        @Override
        public List<?> lines() {
            return items;
        }

        @Override
        public Class<? extends Record> lineType() {
            return Dictionary.FigureMeaning.class;
        }
    }

    @GetMapping
    @Operation(
            operationId = "figureMeanings",
            summary = "The dictionary of figures: what each means, with the version of its definition",
            description = "In the first of en, es, fr, pt that Accept-Language asks for.")
    FigureMeanings all(HttpServletRequest request) {
        return new FigureMeanings(dictionary.entries(request.getLocale()));
    }

    /**
     * @param definition the version of its definition that was counted by
     * @param minimum what certainly counts
     * @param maximum what can count at most; null where rosters are known to be incomplete
     * @param possible what is recorded and can count
     * @param items the rows behind it
     */
    record FigureAnswer(
            FigureName metric,
            @Nullable String scope,
            int definition,
            long minimum,
            @Nullable Long maximum,
            long possible,
            List<FigureRow> items,
            int page,
            int size,
            long total,
            String asOf,
            Instant knownAt,
            long position,
            long lag)
            implements AsCsv, Paged {
        @Override
        public List<?> lines() {
            LocalDate day = HistoricalDate.parse(asOf).latest();
            return items.stream().map(row -> FigureLine.of(row, day)).toList();
        }

        @Override
        public Class<? extends Record> lineType() {
            return FigureLine.class;
        }
    }

    /**
     * A row in cells, its days with their bounds.
     *
     * @param certainCount what it certainly counts on the day asked about
     * @param certain whether it certainly counts on that day
     * @param certainFrom,certainUntil the days on which it certainly counts, if there are any
     */
    private record FigureLine(
            @IdentifiesPerson(onlyStoredIds = true) String counts,
            long count,
            long certainCount,
            boolean incomplete,
            @IdentifiesPerson(onlyStoredIds = true) String entity,
            String what,
            List<String> states,
            @Nullable LocalDate possibleFrom,
            @Nullable LocalDate possibleUntil,
            boolean certain,
            @Nullable LocalDate certainFrom,
            @Nullable LocalDate certainUntil,
            @Nullable String source,
            List<Long> events,
            @Nullable String by) {
        static FigureLine of(FigureRow row, LocalDate day) {
            Days certain = row.certain();
            boolean must = row.isCertain(day, day);
            return new FigureLine(
                    row.counts(),
                    row.count(),
                    must ? row.certainCount() : 0,
                    row.incomplete(),
                    row.entity(),
                    row.what(),
                    row.states(),
                    row.possible().from(),
                    row.possible().until(),
                    must,
                    certain == null ? null : certain.from(),
                    certain == null ? null : certain.until(),
                    row.source(),
                    row.events(),
                    row.by());
        }
    }

    @GetMapping("/{metric}")
    @Operation(
            operationId = "figure",
            summary = "One figure on a day, for everything, a network or a programme, with the rows behind it",
            description = "The rows alone, as CSV, for who accepts text/csv.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The figure; as CSV, its rows",
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = FigureAnswer.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    FigureAnswer one(@PathVariable String metric, AskedScope askedScope, Paging paging, AskedClocks asked) {
        FigureName figure = Arrays.stream(FigureName.values())
                .filter(name -> name.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> new UnknownEntity("figure; there are " + Arrays.toString(FigureName.values())));
        Clocks clocks = questions.clocks(asked, Figures.PROJECTIONS);
        EntityId scope = scopes.asked(askedScope, clocks.position());
        FigureQuestion question = new FigureQuestion(figure, scope, clocks.day(), clocks.day(), clocks.position());
        Interval interval = figures.interval(question);
        return new FigureAnswer(
                figure,
                scope == null ? null : scope.aggregateId(),
                question.definition(),
                interval.minimum(),
                interval.maximum(),
                interval.possible(),
                figures.rows(question, paging.size(), paging.offset()),
                paging.page(),
                paging.size(),
                figures.rowCount(question),
                clocks.asOf(),
                clocks.knownAt(),
                clocks.position(),
                clocks.lag());
    }
}
