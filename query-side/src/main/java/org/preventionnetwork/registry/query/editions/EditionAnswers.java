package org.preventionnetwork.registry.query.editions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.query.editions.EditionQueries.Edition;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Interval;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.SortedBy;

/** What is answered about editions. */
final class EditionAnswers {
    private EditionAnswers() {}

    /** @param figures their keys */
    record EditionItem(
            @SortedBy("entity") String id,
            @SortedBy("title") String title,
            @SortedBy("published_earliest") @Nullable String publishedOn,
            @SortedBy("pinned_position") long pinnedPosition,
            @Nullable Instant pinnedAt,
            List<String> figures,
            boolean withdrawn,
            @Nullable String withdrawnOn,
            boolean certain,
            String factId,
            @Nullable String source) {
        static EditionItem of(Edition edition) {
            return new EditionItem(
                    edition.id(),
                    edition.title(),
                    edition.publishedOn(),
                    edition.pinnedPosition(),
                    edition.pinnedAt(),
                    edition.figures().stream()
                            .map(figure -> figure.key().value())
                            .toList(),
                    edition.withdrawn(),
                    edition.withdrawnOn(),
                    edition.certain(),
                    edition.factId(),
                    edition.source());
        }
    }

    /**
     * @param pinnedPosition the figures are pinned to what was known there
     * @param pinnedAt when that was
     */
    record EditionAnswer(
            String id,
            String title,
            @Nullable String publishedOn,
            long pinnedPosition,
            @Nullable Instant pinnedAt,
            boolean withdrawn,
            @Nullable String withdrawnOn,
            boolean certain,
            List<ComparedFigure> figures,
            String factId,
            @Nullable String source) {
        static EditionAnswer of(Edition edition, List<ComparedFigure> figures) {
            return new EditionAnswer(
                    edition.id(),
                    edition.title(),
                    edition.publishedOn(),
                    edition.pinnedPosition(),
                    edition.pinnedAt(),
                    edition.withdrawn(),
                    edition.withdrawnOn(),
                    edition.certain(),
                    figures,
                    edition.factId(),
                    edition.source());
        }
    }

    /**
     * A figure on the last day that its date can mean.
     *
     * @param scope the network or programme that was meant where it was pinned; null means everything
     * @param printed the number that stands in print, if it was told
     * @param definition the version of the figure's definition that was in force where the edition was recorded, by which
     *     it is counted here
     * @param redefined what it is by the definition in force; null where that is the same
     * @param pinned the registry's, as known at the edition's position
     * @param today the registry's, as known now, or at the position of the question
     * @param changed whether rows behind it came or went in between, and are not back
     * @param rowsAdded the first 100 rows that count now and did not
     * @param rowsRemoved the first 100 that counted and do not now
     * @param changes the first 100 events that changed it, in the order of record
     */
    record ComparedFigure(
            String key,
            String label,
            Metric metric,
            @Nullable String scope,
            String asOf,
            @Nullable Long printed,
            int definition,
            @Nullable Redefined redefined,
            KnownFigure pinned,
            KnownFigure today,
            boolean changed,
            List<FigureRow> rowsAdded,
            long rowsAddedTotal,
            List<FigureRow> rowsRemoved,
            long rowsRemovedTotal,
            List<ChangeItem> changes,
            long changesTotal) {
        static ComparedFigure of(
                EditionFigure figure,
                @Nullable String scope,
                Comparison compared,
                @Nullable Redefined redefined,
                List<ChangeItem> changes) {
            List<FigureRow> added = compared.changes().added();
            List<FigureRow> removed = compared.changes().removed();
            return new ComparedFigure(
                    figure.key().value(),
                    figure.label(),
                    figure.metric(),
                    scope,
                    figure.asOf().toString(),
                    figure.printed(),
                    compared.definition(),
                    redefined,
                    KnownFigure.of(compared.pinned()),
                    KnownFigure.of(compared.today()),
                    !added.isEmpty() || !removed.isEmpty(),
                    first(added),
                    added.size(),
                    first(removed),
                    removed.size(),
                    changes,
                    compared.changes().steps().size());
        }
    }

    /** @param since the day from which the registry counts by that definition */
    record Redefined(int definition, LocalDate since, KnownFigure today) {}

    /**
     * @param minimum what certainly counts
     * @param maximum what can count at most; null where rosters are known to be incomplete
     * @param possible what is recorded and can count
     */
    record KnownFigure(long minimum, @Nullable Long maximum, long possible) {
        static KnownFigure of(Interval interval) {
            return new KnownFigure(interval.minimum(), interval.maximum(), interval.possible());
        }
    }

    /**
     * An event that changed a figure.
     *
     * @param summary what happened, in a sentence
     * @param after the figure since
     * @param rowsAdded rows that count since; one that counts otherwise is both added and removed
     */
    record ChangeItem(
            String eventId,
            long position,
            @Nullable String type,
            @IdentifiesPerson(onlyStoredIds = true) String entity,
            Instant recordedAt,
            @IdentifiesPerson @Nullable String actor,
            @IdentifiesPerson @Nullable String summary,
            @IdentifiesPerson @Nullable String reason,
            @Nullable String source,
            KnownFigure after,
            List<FigureRow> rowsAdded,
            List<FigureRow> rowsRemoved) {}

    static final int MOST = 100;

    static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
