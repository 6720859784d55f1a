#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "core/stationary/components.h"
#include "core/stationary/examine.h"

namespace thalweg {

/// Everything that branch and bound found out about a domain.
struct SearchResult {
    std::vector<CertifiedRoot> roots;  ///< in or on the domain, by x and y
    std::vector<OpenPiece> open;       ///< a root that is not in `roots` lies in one of these
    std::vector<Rectangle> rims;       ///< pieces at the edge of f's own domain of definition, without roots
    bool cancelled = false;
};

/// Branch and bound, one generation of pieces after another, at most `budget` pieces, beginning with `first`: pieces
/// without which the domain has no stationary point. Each generation is examined on all cores and gathered in order, so
/// that the result is the same on any number of threads.
SearchResult search(const ModelMaker& make_model, const Scales& scales, std::vector<Rectangle> first, int budget,
                    std::stop_token stop, const std::function<void(double)>& progress);

}  // namespace thalweg
