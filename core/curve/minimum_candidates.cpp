#include "core/curve/minimum_candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

#include "core/curve/rough_places.h"
#include "core/stationary/formula_model.h"
#include "core/stationary/global_minimum.h"

namespace thalweg {
namespace {

/// More kinks and jumps than these nobody reads.
constexpr std::size_t most_rough = 200;
constexpr int pieces_for_a_proof = 50'000;
/// A level place this near to an end, as a share of the interval, is that end.
constexpr double same_place = 1e-9;
/// An undecided region no wider than this share of the interval is one place.
constexpr double narrow = 1e-4;

/// The number with the fewest digits in [lower, upper]; kinks of typed formulas are mostly at such.
double roundest(double lower, double upper) {
    if (lower <= 0.0 && upper >= 0.0) return 0.0;
    const double width = upper - lower;
    double step = std::pow(10.0, std::ceil(std::log10(std::max(std::abs(lower), std::abs(upper)))));
    for (; step > width / 100.0; step /= 10.0) {
        // Dividing by a whole number rounds once: 3 · 0.1 would not be 0.3.
        const double per_unit = std::round(1.0 / step);
        const double number = step < 1.0 ? std::ceil(lower * per_unit) / per_unit : std::ceil(lower / step) * step;
        if (number >= lower && number <= upper) return number;
    }
    return std::midpoint(lower, upper);
}

class Finder {
  public:
    Finder(const Landscape& curve, const FormulaLandscape* formula, double a, double b)
        : evaluator_(curve.evaluator()), a_(a), b_(b) {
        if (formula == nullptr) return;
        const auto parameters = formula->parameters();
        model_.emplace(FormulaLandscape(formula->formula(), {parameters.begin(), parameters.end()}, 1));
    }

    MinimumCandidates find(const StationaryReport& report, const RoughPlaces& rough) {
        found_.left_defined = add(a_, CandidateKind::left_end);
        found_.right_defined = add(b_, CandidateKind::right_end);
        const double near = same_place * (b_ - a_);
        for (const StationaryPoint& point : report.points)
            if (point.x - a_ > near && b_ - point.x > near) add(point.x, CandidateKind::level);
        for (const UndecidedRegion& region : report.undecided) add_undecided(region.box, rough);
        found_.complete &= rough.complete && rough.places.size() <= most_rough && !report.cancelled;
        for (std::size_t i = 0; i < std::min(rough.places.size(), most_rough); ++i) add_rough(rough.places[i]);
        std::ranges::stable_sort(found_.ranked, {},
                                 [](const MinimumCandidate1D& c) { return std::tuple(c.value, c.x); });
        found_.proved = found_.complete && !found_.ranked.empty() && is_lowest(report);
        return found_;
    }

  private:
    double value(double x) { return evaluator_->value(std::array{x, 0.0}); }

    bool add(double x, CandidateKind kind, bool exact = true) {
        const double f = value(x);
        if (!std::isfinite(f)) return false;
        found_.ranked.push_back({.x = x, .value = f, .kind = kind, .exact = exact});
        return true;
    }

    /// A narrow place where f is smooth and the slope may vanish: as of x³ sin x at 0, which has no simple root there.
    /// Points found within it are there already.
    void add_undecided(const Box& box, const RoughPlaces& rough) {
        const double near = narrow * (b_ - a_);
        const auto overlaps = [&](double low, double high) { return low <= box.x1 + near && high >= box.x0 - near; };
        const bool known = std::ranges::any_of(found_.ranked, [&](const auto& c) { return overlaps(c.x, c.x); }) ||
                           std::ranges::any_of(rough.places, [&](const auto& r) { return overlaps(r.lower, r.upper); });
        if (known) return;
        const double x = roundest(box.x0, box.x1);
        std::array<double, 2> slope{};
        evaluator_->gradient(std::array{x, 0.0}, slope);
        if (box.width() <= near)
            add(x, CandidateKind::level, slope[0] == 0.0);
        else
            found_.complete = false;
    }

    void add_rough(const RoughPlace& place) {
        if ((place.doubts & decoration::gap) != 0) {
            found_.gaps = true;
            return;
        }
        const bool jump = (place.doubts & decoration::jump) != 0;
        found_.jumps |= jump;
        const double x = roundest(place.lower, place.upper);
        if (x <= a_ || x >= b_) return;
        const bool exact = !evaluator_->differentiable(std::array{x, 0.0});
        add(x, jump ? CandidateKind::jump : CandidateKind::kink, exact);
    }

    /// A neighbourhood of a candidate, within the interval, on which nothing is lower: f falls towards it and rises
    /// from it on.
    std::optional<Rectangle> valley(double x) {
        for (double reach = (b_ - a_) / 8; reach > 1e-12 * (b_ - a_); reach /= 4) {
            const double left = std::max(a_, x - reach), right = std::min(b_, x + reach);
            // At the kink itself both slopes meet: the neighbouring numbers see one each.
            const double before = std::nextafter(x, left), beyond = std::nextafter(x, right);
            const bool falls = left == x || model_->gradient({{left, before}, 0.0}).x.upper <= 0.0;
            const bool rises = right == x || model_->gradient({{beyond, right}, 0.0}).x.lower >= 0.0;
            if (falls && rises) return Rectangle{{left, right}, 0.0};
        }
        return std::nullopt;
    }

    /// Whether the first candidate is proved to be the lowest of all places. Candidates that tie with it are looked at
    /// as it is.
    bool is_lowest(const StationaryReport& report) {
        if (!model_ || found_.gaps || found_.jumps) return false;
        const MinimumCandidate1D& best = found_.ranked.front();
        if (best.kind == CandidateKind::level)
            return std::ranges::any_of(
                report.points, [&](const StationaryPoint& point) { return point.x == best.x && point.global_minimum; });
        const Interval lowest = model_->value(Rectangle::point(best.x, 0.0));
        double bound = lowest.lower;
        std::vector<Rectangle> valleys;
        for (const MinimumCandidate1D& candidate : found_.ranked) {
            const Interval enclosed = model_->value(Rectangle::point(candidate.x, 0.0));
            if (!candidate.exact || enclosed.lower > lowest.upper) continue;
            bound = std::min(bound, enclosed.lower);
            if (const auto around = valley(candidate.x)) valleys.push_back(*around);
        }
        return bounded_below(*model_, {{a_, b_}, 0.0}, bound, valleys, pieces_for_a_proof);
    }

    std::unique_ptr<Evaluator> evaluator_;
    std::optional<FormulaModel> model_;  ///< of formulas
    double a_, b_;
    MinimumCandidates found_;
};

}  // namespace

std::string_view name(CandidateKind kind) {
    switch (kind) {
        case CandidateKind::left_end:
            return "left end";
        case CandidateKind::right_end:
            return "right end";
        case CandidateKind::level:
            return "f′ = 0";
        case CandidateKind::kink:
            return "kink";
        case CandidateKind::jump:
            break;
    }
    return "jump";
}

MinimumCandidates minimum_candidates(const Landscape& curve, double a, double b, const StationaryReport& report) {
    const auto* formula = dynamic_cast<const FormulaLandscape*>(&curve);
    const RoughPlaces rough = formula != nullptr ? rough_places(*formula, a, b) : RoughPlaces{};
    return Finder(curve, formula, a, b).find(report, rough);
}

}  // namespace thalweg
