package dev.orrery.inspection;

import java.util.List;

/// One rule over a topology. It holds no state and never changes what it looks at. `docs/inspections.md` has a
/// section for each.
interface Inspection {

    /// The rule's name, stable and lower case with dashes.
    String rule();

    /// What the rule has to say, in any order.
    List<Finding> inspect(Inspected inspected);
}
