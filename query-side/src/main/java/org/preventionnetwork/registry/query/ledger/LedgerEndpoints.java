package org.preventionnetwork.registry.query.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.preventionnetwork.registry.api.transparency.EntryBundle;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.TileLayout;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.api.transparency.TlogProof;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Persons;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.ledger.LedgerAnswers.Consistency;
import org.preventionnetwork.registry.query.ledger.LedgerProofs.Proven;
import org.preventionnetwork.registry.query.personal.AccessLog;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ledger")
@Tag(name = "Ledger", description = "The transparency log (C2SP tlog-tiles): checkpoints, tiles and proofs")
class LedgerEndpoints {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Checkpoints checkpoints;
    private final DatabaseTiles tiles;
    private final Leaves leaves;
    private final LedgerProofs proofs;
    private final LedgerKey key;
    private final Persons persons;
    private final AccessLog accessLog;

    LedgerEndpoints(
            Checkpoints checkpoints,
            DatabaseTiles tiles,
            Leaves leaves,
            LedgerProofs proofs,
            LedgerKey key,
            Persons persons,
            AccessLog accessLog) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.leaves = leaves;
        this.proofs = proofs;
        this.key = key;
        this.persons = persons;
        this.accessLog = accessLog;
    }

    @GetMapping("/checkpoint")
    @Operation(
            summary = "The newest signed head of the log, as a signed note",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The note",
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    ResponseEntity<byte[]> checkpoint() {
        return text(checkpoints.required().note().encode());
    }

    @GetMapping("/key")
    @Operation(
            summary = "The log's public key, as a vkey",
            description = "For convenience: a key that is to be trusted comes from elsewhere.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The vkey",
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    ResponseEntity<byte[]> key() {
        return text((key.required() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Any width up to that in the newest checkpoint's tree: whoever holds an older checkpoint needs a narrower tile. In
     * every width a tile has the same bytes for ever.
     */
    @GetMapping("/tile/{level}/{*number}")
    @Operation(
            summary = "A tile of the tree, or a bundle of entries",
            description = "As C2SP tlog-tiles has it: 0/x001/x234/067 is full, 0/x001/x234/067.p/8 has 8 hashes, and"
                    + " entries/… has the leaves themselves: hashes of payload and metadata, no personal data.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The tile",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> tile(
            @PathVariable String level,
            @Parameter(description = "001, x001/234, or with a width 001.p/8") @PathVariable String number,
            HttpServletRequest request) {
        TilePath path = path(request);
        PublishedCheckpoint newest = checkpoints.required();
        if (path.width() > TileLayout.width(path.level(), path.index(), newest.size())) {
            throw new UnknownEntity("tile in the tree of size " + newest.size());
        }
        boolean entries = path.holdsEntries();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(entries ? CacheControl.noStore() : FOR_EVER)
                .body(entries ? entries(path, request) : hashes(path).encode());
    }

    /** From the address as it was sent, since one tile has one spelling. */
    private static TilePath path(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        try {
            return TilePath.parse(address.substring("/ledger/".length()));
        } catch (EvidenceRejected e) {
            throw new MalformedQuestion("path", String.valueOf(e.getMessage()));
        }
    }

    private HashTile hashes(TilePath path) {
        try {
            return tiles.read(path);
        } catch (EvidenceRejected e) {
            throw InconsistentLedger.because(String.valueOf(e.getMessage()));
        }
    }

    /** Entries name officials by their ids: not for everyone, nor for a cache that would hand them out unseen. */
    private byte[] entries(TilePath path, HttpServletRequest request) {
        persons.requireSeen(request);
        EntryBundle bundle = leaves.bundle(path);
        if (!bundle.leafHashes().equals(hashes(new TilePath(0, path.index(), path.width())))) {
            throw InconsistentLedger.because("the stored events of %s are not those that were signed".formatted(path));
        }
        long first = path.index() * TilePath.FULL;
        accessLog.recordEvents(request, ViewKind.EXPORT, first, first + path.width());
        return bundle.encode();
    }

    @GetMapping("/proof/{eventId}")
    @Operation(
            summary = "Proof that an event is in the log, as a file to keep (C2SP tlog-proof)",
            description = "404 with the code NOT_YET_SIGNED and Retry-After while it is not under a checkpoint.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The proof",
                            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string"))))
    ResponseEntity<byte[]> proof(@PathVariable String eventId) {
        Proven proven = proofs.ofEvent(eventId);
        return text(new TlogProof(proven.proof(), proven.under().note()).encode());
    }

    @GetMapping("/consistency")
    @Operation(summary = "Proof that the log of one size begins with the log of an earlier size")
    Consistency consistency(AskedSizes sizes) {
        Long from = sizes.from();
        long to = sizes.to() == null ? checkpoints.required().size() : sizes.to();
        if (from == null || from < 1 || from > to) {
            throw new MalformedQuestion("from", "a size from 1 to that of the later tree is accepted");
        }
        return proofs.consistency(from, to);
    }

    private static ResponseEntity<byte[]> text(byte[] body) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
