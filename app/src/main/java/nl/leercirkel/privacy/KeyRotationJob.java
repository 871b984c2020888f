package nl.leercirkel.privacy;

import nl.leercirkel.job.JobKind;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.job.JobResult;
import nl.leercirkel.security.Right;
import org.springframework.stereotype.Component;

/** A new key in the background: with a million persons it takes a minute, and reading waits for it. */
@Component
class KeyRotationJob implements JobKind<KeyRotationJob.Nothing> {
    private final KeyRotation rotation;

    KeyRotationJob(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /** There is nothing to choose. */
    record Nothing() {}

    @Override
    public String name() {
        return "key-rotation";
    }

    @Override
    public Class<Nothing> parameterType() {
        return Nothing.class;
    }

    @Override
    public Right right() {
        return Right.INSTALLATION_MANAGE;
    }

    /** It is one transaction, and a key that was added before it was broken off is used the next time. */
    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public JobResult run(Nothing nothing, JobProgress progress) {
        try {
            progress.update(0, 0, "De sleutel wordt gemaakt");
            int version = rotation.rotate(done -> progress.update(0, 0, done + " pseudoniemen vernieuwd"));
            return new JobResult.Done(
                    "Sleutel " + version + " is in gebruik. Bewaar meteen een kopie van de sleutels.",
                    "/beheer/sleutels",
                    null);
        } catch (KeysUnavailableException unavailable) {
            return new JobResult.Failed(unavailable.dutchMessage());
        }
    }
}
