package nl.leercirkel.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.job.ActorSource;
import nl.leercirkel.job.RecurringWork;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every minute at what is to be fetched, and does it as the person who set it. When that person may no longer manage
 * datasets, it ends and says so.
 */
@Component
class SupplyRounds implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(SupplyRounds.class);

    private final SupplyStore store;
    /** Looked up when needed: starting jobs needs the scheduler, and the scheduler is built out of all recurring work. */
    private final ObjectProvider<Supplies> supplies;

    private final ObjectProvider<ActorSource> actors;
    private final TransactionTemplate transactions;

    SupplyRounds(
            SupplyStore store,
            ObjectProvider<Supplies> supplies,
            ObjectProvider<ActorSource> actors,
            PlatformTransactionManager transactionManager) {
        this.store = store;
        this.supplies = supplies;
        this.actors = actors;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @Override
    public String name() {
        return "source-supply-rounds";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    private record Turn(SupplyStore.ToDo what, Actor actor) {}

    @Override
    public void run() {
        List<Turn> turns = ActorContext.<List<Turn>, RuntimeException>callAsInstallation(
                "finding what is to be fetched, for all authorities", () -> transactions.execute(status -> turns()));
        for (Turn turn : turns) {
            try {
                ActorContext.runAs(
                        turn.actor(),
                        () -> supplies.getObject().advance(turn.what().datasetId()));
            } catch (RuntimeException failure) {
                LOG.error(
                        "What is fetched for dataset {} could not go on",
                        turn.what().datasetId(),
                        failure);
            }
        }
    }

    private List<Turn> turns() {
        return store.toDo().stream().flatMap(what -> turn(what).stream()).toList();
    }

    private Optional<Turn> turn(SupplyStore.ToDo what) {
        Optional<Actor> actor = Optional.ofNullable(actors.getIfAvailable())
                .flatMap(source -> source.actor(what.accountId(), what.authorityId()))
                .filter(person -> person.may(Right.DATASET_MANAGE));
        if (actor.isEmpty()) {
            store.stopped(
                    what.datasetId(),
                    "Wie dit instelde, mag geen bronnen meer beheren. Wie dat wel mag, neemt het over met Nu ophalen.",
                    1);
        }
        return actor.map(person -> new Turn(what, person));
    }
}
