package nl.leercirkel.source;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import nl.leercirkel.source.Supply.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was fetched and waits for a decision, and what cannot be fetched, on the home page of whoever manages datasets. */
@Component
class SupplyWaiting implements WaitingContribution {
    private static final int SHOWN = 5;

    private final SupplyStore supplies;

    SupplyWaiting(SupplyStore supplies) {
        this.supplies = supplies;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.may(Right.DATASET_MANAGE);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        return supplies.attention(SHOWN).stream().map(SupplyWaiting::item).toList();
    }

    private static WaitingItem item(SupplyStore.Attention what) {
        String dataset = Dataset.path(what.datasetId());
        UUID importId = what.importId();
        return what.state() == State.WAITING
                ? new WaitingItem(
                        "Besluit over wat is opgehaald voor " + what.dataset(),
                        what.message(),
                        importId == null ? dataset : dataset + "/inlezen/" + importId,
                        null)
                : new WaitingItem(
                        "Het ophalen voor " + what.dataset()
                                + (what.state() == State.FAILED ? " lukt niet" : " is gestopt"),
                        what.message(),
                        dataset,
                        null);
    }
}
