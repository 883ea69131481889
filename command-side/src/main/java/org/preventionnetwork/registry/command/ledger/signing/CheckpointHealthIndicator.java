package org.preventionnetwork.registry.command.ledger.signing;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells how much of the ledger is signed and kept outside, and is down when signing was refused or a copy failed. */
final class CheckpointHealthIndicator extends AbstractHealthIndicator {
    private final CheckpointSigner signer;
    private final LedgerHome home;

    CheckpointHealthIndicator(CheckpointSigner signer, LedgerHome home) {
        this.signer = signer;
        this.home = home;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        CheckpointSigner.Status status = signer.status();
        builder.up()
                .withDetail("signing", status.signing())
                .withDetail("published", status.published())
                .withDetail("copiesOutside", home.outside().size());
        if (status.at() != null) {
            builder.withDetail("at", status.at().toString());
        }
        if (status.alarm() != null) {
            builder.down().withDetail("alarm", String.valueOf(status.alarm().getMessage()));
        }
    }
}
