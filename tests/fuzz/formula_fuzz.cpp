// Any bytes at all are refused, or are a formula that can be evaluated with its derivatives.
#include <array>
#include <cstdint>
#include <vector>

#include "core/landscape/formula_landscape.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto formula = thalweg::Formula::parse({reinterpret_cast<const char*>(bytes), size});
    if (!formula) return 0;
    const std::size_t n = formula->variables().size();
    const thalweg::FormulaLandscape landscape(*formula, std::vector<double>(formula->parameters().size(), 1.5),
                                              static_cast<int>(n));
    const std::vector<double> point(n, 0.25);
    std::vector<double> gradient(n), hessian(n * n);
    landscape.evaluator()->hessian(point, gradient, hessian);
    return 0;
}
