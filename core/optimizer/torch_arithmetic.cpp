#include "core/optimizer/torch_arithmetic.h"

namespace thalweg {

THALWEG_FUSED void add_to(VectorRef a, const ConstVectorRef& b, double alpha) {
    for (Eigen::Index i = 0; i < a.size(); ++i) a[i] = add(a[i], b[i], alpha);
}

}  // namespace thalweg
