#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/formula/library_errors.h"
#include "core/stationary/stationary.h"

namespace thalweg {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// "4 minima, 1 maximum, 4 saddles".
std::string by_class(const StationaryReport& report) {
    struct Words {
        StationaryClass kind;
        std::string_view one, many;
    };
    constexpr std::array words{Words{StationaryClass::minimum, "minimum", "minima"},
                               Words{StationaryClass::maximum, "maximum", "maxima"},
                               Words{StationaryClass::saddle, "saddle", "saddles"},
                               Words{StationaryClass::degenerate, "degenerate", "degenerate"}};
    std::vector<std::string> parts;
    for (const Words& word : words) {
        const auto count = std::ranges::count(report.points, word.kind, &StationaryPoint::kind);
        if (count > 0) parts.push_back(counted(count, word.one, word.many));
    }
    return joined(parts);
}

/// "1 region undecided (f is not differentiable there)"; reasons that differ are all given.
std::string about_undecided(const StationaryReport& report) {
    std::vector<std::string> reasons;
    for (const UndecidedRegion& region : report.undecided) {
        if (std::ranges::find(reasons, region.reason) == reasons.end()) reasons.push_back(region.reason);
    }
    return fmt::format("{} undecided ({})",
                       counted(static_cast<std::ptrdiff_t>(report.undecided.size()), "region", "regions"),
                       fmt::join(reasons, "; "));
}

}  // namespace

std::string sentence(const StationaryReport& report, const Box& box) {
    const auto total = static_cast<std::ptrdiff_t>(report.points.size());
    const auto certified = std::ranges::count(report.points, true, &StationaryPoint::certified);
    std::string text = total == 0 ? "No stationary point" : counted(total, "stationary point", "stationary points");
    if (total == 0 && !report.complete) text += " found";
    text += fmt::format(" in [{}, {}]", box.x0, box.x1);
    if (report.dimensions > 1) text += fmt::format(" × [{}, {}]", box.y0, box.y1);
    if (total > 0) text += ": " + by_class(report);
    if (report.complete) return text + ". Proved complete.";

    std::vector<std::string> rest;
    if (total > 0) rest.push_back(fmt::format("{} certified", certified));
    if (!report.undecided.empty()) rest.push_back(about_undecided(report));
    text += ". " + joined(rest);
    if (!rest.empty()) text += ".";
    return report.cancelled ? text + " Cancelled before the end." : text;
}

std::string proof_assumption() {
    return proof_assumption(library_errors::library_in_use());
}

std::string proof_assumption(std::string_view library) {
    constexpr std::string_view known = library_errors::published_for;
    const std::string errors =
        library == known ? "their published errors" : fmt::format("the errors published for {}", known);
    return fmt::format(
        "Proofs are by outward-rounded intervals and assume that the functions of {} err by at most twice {}.", library,
        errors);
}

}  // namespace thalweg
