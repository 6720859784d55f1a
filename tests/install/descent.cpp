// Descends a typed formula, prints where the run ends and how many stationary points there are.
#include <cstdio>

#include "core/descent/run.h"
#include "core/landscape/formula_landscape.h"
#include "core/stationary/stationary.h"

int main() {
    const auto formula = thalweg::Formula::parse("(x^2 + y - 11)^2 + (x + y^2 - 7)^2");
    const auto adam = thalweg::parse_optimizer("adam lr=0.1");
    if (!formula || !adam) return 1;

    const thalweg::FormulaLandscape himmelblau(*formula, {});
    const double start[] = {0.0, 1.0};
    const thalweg::Trajectory run = thalweg::run(himmelblau, start, *adam, {.steps = 1000});
    const auto end = run.position(run.rows() - 1);
    std::printf("%s at %.6f, %.6f\n", thalweg::sentence(run.reason, run.rows() - 1).c_str(), end[0], end[1]);
    const thalweg::Box box{-5, 5, -5, 5};
    std::puts(thalweg::sentence(thalweg::find_stationary_points(himmelblau, box), box).c_str());
    return 0;
}
