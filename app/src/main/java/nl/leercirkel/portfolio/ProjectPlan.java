package nl.leercirkel.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project set out to do, apart from its goal.
 *
 * @param actionLines numbers of the national action lines it contributes to, in order
 * @param theoreticalBasis why it is expected to work
 * @param monitoring how it is followed, one item each
 * @param endProduct what there will be at the end
 * @param step of the learning circle it is at
 * @param chainPlace its place in the chain of help, in words
 */
public record ProjectPlan(
        List<Integer> actionLines,
        String theoreticalBasis,
        List<Area> areas,
        List<String> monitoring,
        String endProduct,
        @Nullable LearningStep step,
        String chainPlace) {
    public static final ProjectPlan NONE = new ProjectPlan(List.of(), "", List.of(), List.of(), "", null, "");

    public ProjectPlan {
        actionLines = actionLines.stream().sorted().distinct().toList();
        areas = List.copyOf(areas);
        monitoring = List.copyOf(monitoring);
    }

    ProjectPlan withActionLines(List<Integer> others) {
        return new ProjectPlan(others, theoreticalBasis, areas, monitoring, endProduct, step, chainPlace);
    }
}
