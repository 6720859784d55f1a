#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/core/formula/csv.h"

namespace thalweg {

/// A stationary point of the reference, with the eigenvalues of its Hessian.
struct Known {
    double x, y, f, smaller, larger;
    std::string kind;
};

/// The reference's points, by function.
inline std::map<std::string, std::vector<Known>> known_points() {
    std::map<std::string, std::vector<Known>> known;
    for (const auto& row : read_rows("stationary_points.csv")) {
        known[row[0]].push_back(
            {std::stod(row[1]), std::stod(row[2]), std::stod(row[3]), std::stod(row[4]), std::stod(row[5]), row[6]});
    }
    return known;
}

}  // namespace thalweg
