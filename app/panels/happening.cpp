#include "app/panels/happening.h"

#include <algorithm>
#include <cmath>

#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr double near_share = 0.03, at_share = 1e-4;  ///< of the domain's sides
constexpr double turning_back = -0.5;                 ///< cosine of the angle between two steps
constexpr int steps_running = 3;
constexpr double level_share = 1e-3;  ///< of the landscape's heights, over the width of the domain

double loss(const Trajectory& run, int row) {
    return run.losses[static_cast<std::size_t>(row)];
}

/// For how many steps up to this row the loss has gone the wrong way.
int steps_worse(const Trajectory& run, int row, double sign) {
    int count = 0;
    while (row - count > 0 && sign * loss(run, row - count) > sign * loss(run, row - count - 1)) ++count;
    return count;
}

bool turns_back(const Trajectory& run, int row) {
    if (row < 2) return false;
    const auto a = run.position(row - 2), b = run.position(row - 1), c = run.position(row);
    double product = 0, before = 0, after = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += (b[i] - a[i]) * (c[i] - b[i]);
        before += (b[i] - a[i]) * (b[i] - a[i]);
        after += (c[i] - b[i]) * (c[i] - b[i]);
    }
    return product < turning_back * std::sqrt(before * after);
}

std::string eigenvalue(double value) {
    const double size = std::abs(value);
    return size >= 0.1 && size < 1e4 ? format_fixed(value, 1) : format_number(value, 2);
}

std::string article(StationaryClass kind) {
    return kind == StationaryClass::degenerate ? "a degenerate point" : "a " + std::string(name(kind));
}

/// "near a saddle: λ = −2.0, 4.0", or nothing.
std::string stationary_clause(const Trajectory& run, int row, const Scene& scene) {
    // Those that are known of a slice are none of the run's.
    if (scene.landscape().space) return {};
    const Box& domain = scene.landscape().domain;
    const auto here = run.position(row);
    const double y = here.size() > 1 ? here[1] : 0.0;
    const StationaryPoint* nearest = nullptr;
    double least = near_share;
    for (const StationaryPoint& point : scene.stationary().report.points) {
        const double share = std::hypot((point.x - here[0]) / domain.width(), (point.y - y) / domain.height());
        if (share > least) continue;
        least = share;
        nearest = &point;
    }
    if (nearest == nullptr) return {};
    std::string words = (least <= at_share ? "at " : "near ") + article(nearest->kind) + ": λ = ";
    words += eigenvalue(nearest->eigenvalues[0]);
    if (here.size() > 1) words += ", " + eigenvalue(nearest->eigenvalues[1]);
    return words;
}

double slope(const Trajectory& run, int row) {
    double squares = 0;
    for (const double part : run.gradient(row)) squares += part * part;
    return std::sqrt(squares);
}

bool nearly_level(double slope, const Scene& scene) {
    const HeightScale& scale = scene.surface().scale;
    const Box& domain = scene.landscape().domain;
    const double heights = scale.high - scale.low;
    return slope * std::min(domain.width(), domain.height()) <= level_share * heights;
}

}  // namespace

std::string happening(const Trajectory& run, int row, bool maximizing, const Scene& scene) {
    if (row < 0 || row >= run.rows()) return {};
    const double sign = maximizing ? -1 : 1;
    const int worse = steps_worse(run, row, sign);
    if (worse >= steps_running && sign * loss(run, row) > sign * loss(run, 0))
        return std::string("diverging: the loss has ") + (maximizing ? "fallen " : "grown ") + std::to_string(worse) +
               " steps running";
    if (std::string words = stationary_clause(run, row, scene); !words.empty()) return words;
    if (turns_back(run, row) && turns_back(run, row - 1)) return "bouncing: each step turns back on the one before";
    const double steepness = slope(run, row);
    const std::string words = "slope " + format_number(steepness, 2);
    if (nearly_level(steepness, scene)) return "nearly level: " + words;
    if (row == 0) return words;
    return (loss(run, row) < loss(run, row - 1) ? "falling, " : "rising, ") + words;
}

}  // namespace thalweg
