package org.preventionnetwork.registry.command.imports.runs;

import java.io.IOException;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.dispatch.SamePersons;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.preventionnetwork.registry.personal.BlindIndex;
import org.preventionnetwork.registry.personal.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.multipart.MultipartResolver;

/** Puts the parts of imports together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportsConfiguration {

    @Bean
    Runs importRuns(JdbcTemplate jdbc) {
        return new Runs(jdbc);
    }

    @Bean
    ImportMeters importMeters(JdbcTemplate jdbc) {
        return new ImportMeters(jdbc);
    }

    @Bean
    ProblemRows importProblemRows(JdbcTemplate jdbc) {
        return new ProblemRows(jdbc);
    }

    @Bean
    Leases importLeases(Runs runs, ImportSettings settings) {
        return new Leases(runs, settings.lease());
    }

    @Bean
    Imports imports(
            Runs runs,
            Leases leases,
            Commands commands,
            EventStore events,
            CommandReader reader,
            AggregateTypes aggregates,
            ScratchFiles scratch,
            BlindIndex index,
            SamePersons persons,
            ObjectProvider<ProjectionsCaughtUp> projections,
            ImportSettings settings) {
        ProjectionWait wait = new ProjectionWait(events, projections.getIfAvailable(), settings.projectionPatience());
        Limits standard = Limits.STANDARD;
        Limits limits = new Limits(
                settings.maxUnpacked().toBytes(), standard.entries(), standard.ratio(), standard.cellCharacters());
        return new Imports(
                runs,
                new ImportRunner(
                        runs, commands, events, reader, aggregates, scratch, persons, wait, index, settings.lanes()),
                limits,
                leases);
    }

    /** How long reports of what was wrong with files are kept, as {@code 90d}, {@code 18m} or {@code 2y}. */
    @Bean
    ReportRetention importReportRetention(Runs runs, ImportSettings settings) {
        return new ReportRetention(runs, settings.reportRetention(), Clock.systemUTC());
    }

    @Bean
    BatchAnnulment batchAnnulment(
            Runs runs,
            Commands commands,
            EventStore events,
            AggregateTypes aggregates,
            ScratchFiles scratch,
            SamePersons persons) {
        return new BatchAnnulment(runs, commands, events, aggregates, scratch, persons);
    }

    @Bean
    Intake importIntake(Imports imports, BatchAnnulment annulment, UploadFolder folder) {
        return new Intake(imports, annulment, folder);
    }

    /** Emptied at the start: what lies there belonged to a process that is gone. */
    @Bean
    UploadFolder uploadFolder(DataFolder data) throws IOException {
        return UploadFolder.emptied(data.path().resolve("imports"));
    }

    @Bean
    ScratchFiles scratchFiles(UploadFolder folder) {
        return folder::newScratchFile;
    }

    @Bean
    MultipartResolver multipartResolver(UploadFolder folder, ImportSettings settings) {
        return new PrivateUploads(folder, settings.maxUpload().toBytes());
    }
}
