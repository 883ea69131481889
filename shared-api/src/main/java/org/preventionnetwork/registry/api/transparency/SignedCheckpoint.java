package org.preventionnetwork.registry.api.transparency;

/**
 * A checkpoint that the log was found to have signed; made by {@link TrustedLog#open} only.
 *
 * @param note with all its signatures, those of unknown keys too, for handing on
 * @param verified the known keys that signed
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note, VerifiedNote verified) {}
