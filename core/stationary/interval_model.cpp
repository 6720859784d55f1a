#include "core/stationary/interval_model.h"

#include <cmath>

namespace thalweg {

bool LocalDerivatives::is_finite() const {
    return std::isfinite(x) && std::isfinite(y) && std::isfinite(xx) && std::isfinite(xy) && std::isfinite(yy);
}

}  // namespace thalweg
