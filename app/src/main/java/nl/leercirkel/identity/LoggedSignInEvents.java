package nl.leercirkel.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes sign-in events to the log; without what was typed, because a password is easily typed in the wrong field. */
@Component
class LoggedSignInEvents implements SignInEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedSignInEvents.class);

    @Override
    public void record(Event event) {
        LOG.info(
                "{} account={} authority={} from={} {}",
                event.kind(),
                event.accountId(),
                event.authorityId(),
                event.clientAddress(),
                event.detail());
    }
}
