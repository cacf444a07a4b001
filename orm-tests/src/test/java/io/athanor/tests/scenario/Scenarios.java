package io.athanor.tests.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All scenarios by the case that they play. */
final class Scenarios {
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

    /** The scenarios of one family. */
    abstract static class Family {
        private final String name;
        private final Map<String, Scenario> scenarios = new LinkedHashMap<>();

        Family(String name) {
            this.name = name;
        }

        final void play(String unit, Scenario scenario) {
            playIn(name, unit, scenario);
        }

        /** For scenarios of one model that belong to several families. */
        final void playIn(String family, String unit, Scenario scenario) {
            if (scenarios.put(family + "/" + unit, scenario) != null) {
                throw new IllegalStateException("scenario [%s] is there twice".formatted(unit));
            }
        }
    }

    static Scenarios all() {
        Scenarios all = new Scenarios();
        List.<Family>of(
                        new FlushOrderScenarios(),
                        new RelatedOrderScenarios(),
                        new CycleScenarios(),
                        new DeleteScenarios(),
                        new CascadeScenarios(),
                        new BackrefScenarios(),
                        new ManyToManyScenarios(),
                        new DetachedScenarios(),
                        new SavepointScenarios(),
                        new IdentityScenarios(),
                        new ExpireScenarios(),
                        new AutoflushScenarios(),
                        new TransactionScenarios(),
                        new BatchScenarios(),
                        new BulkScenarios(),
                        new LoadingScenarios(),
                        new ResultScenarios(),
                        new FamilyVariations(),
                        new HostVariations(),
                        new LinkVariations(),
                        new BasketVariations(),
                        new SingleVariations(),
                        new TreeVariations())
                .forEach(family -> all.scenarios.putAll(family.scenarios));
        return all;
    }

    Scenario of(RecordedUnit unit) {
        return scenarios.get(unit.key());
    }

    Map<String, Scenario> byCase() {
        return scenarios;
    }
}
