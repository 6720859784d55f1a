#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/calculus/box.h"
#include "core/landscape/landscape.h"

namespace thalweg {

/// Leaves new elements of a vector as they are, where std::allocator would write zeros that are overwritten at once.
template <class Number>
struct WithoutZeros : std::allocator<Number> {
    template <class Other>
    struct rebind {
        using other = WithoutZeros<Other>;
    };
    template <class Element, class... Arguments>
    void construct(Element* place, Arguments&&... arguments) {
        if constexpr (sizeof...(Arguments) == 0) {
            ::new (place) Element;
        } else {
            ::new (place) Element(std::forward<Arguments>(arguments)...);
        }
    }
};

using Samples = std::vector<double, WithoutZeros<double>>;

/// f and ∇f sampled at the nodes of a regular grid over a box, edges included; row r is y0 + r·height/(rows-1).
/// NaN where f is undefined.
struct SurfaceGrid {
    Box box;
    int columns = 0, rows = 0;
    Samples values;  ///< rows × columns
    Samples dx, dy;  ///< the same, or empty when only values were asked for
};

enum class Derivatives { without, with };

/// Samples on all cores. columns, rows >= 2.
SurfaceGrid sample_grid(const Landscape& landscape, const Box& box, int columns, int rows, Derivatives derivatives);

}  // namespace thalweg
