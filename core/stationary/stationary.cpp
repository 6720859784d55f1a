#include "core/stationary/stationary.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "core/stationary/formula_model.h"
#include "core/stationary/report.h"
#include "core/stationary/search.h"

namespace thalweg {
namespace {

bool is_valid(const Box& box) {
    return std::isfinite(box.width()) && std::isfinite(box.height()) && box.x0 < box.x1 && box.y0 < box.y1;
}

}  // namespace

StationaryReport find_stationary_points(const FormulaLandscape& landscape, const Box& box,
                                        const StationarySettings& settings, std::stop_token stop,
                                        const std::function<void(double)>& progress) {
    const auto start = std::chrono::steady_clock::now();
    StationaryReport report;
    report.assumption = proof_assumption();
    const int dimensions = report.dimensions = landscape.dimensions();
    if (dimensions > 2 || landscape.formula().variables().size() > 2) {
        report.undecided.push_back({box, "the search knows functions of one or two variables only"});
        return report;
    }
    if (!is_valid(box)) {
        report.undecided.push_back({box, "the box is empty or infinite"});
        return report;
    }

    Rectangle domain = Rectangle::of(box);
    if (dimensions == 1) domain.y = {-1.0, 1.0};
    const Scales scales(domain);
    const ModelMaker make_model = [&landscape] { return std::make_unique<FormulaModel>(landscape); };
    const SearchResult result = search(make_model, scales, {domain}, settings.box_budget, std::move(stop), progress);
    put_findings(*make_model(), result, scales, true, report);
    if (dimensions == 1) {
        for (UndecidedRegion& region : report.undecided) region.box = {region.box.x0, region.box.x1, box.y0, box.y1};
    }
    if (progress) progress(1.0);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

}  // namespace thalweg
