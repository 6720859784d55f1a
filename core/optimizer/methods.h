#pragma once

#include <variant>

#include "core/optimizer/adadelta.h"
#include "core/optimizer/adagrad.h"
#include "core/optimizer/adam.h"
#include "core/optimizer/adamax.h"
#include "core/optimizer/adamw.h"
#include "core/optimizer/backtracking.h"
#include "core/optimizer/conjugate_gradient.h"
#include "core/optimizer/lbfgs.h"
#include "core/optimizer/lion.h"
#include "core/optimizer/nadam.h"
#include "core/optimizer/newton.h"
#include "core/optimizer/radam.h"
#include "core/optimizer/rmsprop.h"
#include "core/optimizer/rprop.h"
#include "core/optimizer/sgd.h"

namespace thalweg {

/// Every method there is, in teaching order. A method is one struct of settings with
///   keyword, title(), State, start(n), step(x, objective, state), describe(visit),
///   work(working, x, objective, state, i), which writes the coming step down, and, where settings can contradict each
///   other, conflict(); one that moves each coordinate by its own partial derivatives alone says elementwise = true,
///   and many runs of it take their steps as one;
/// a new one is one such struct and one entry here.
using Method = std::variant<Sgd, Adagrad, RMSprop, Adadelta, Adam, AdamW, Adamax, NAdam, RAdam, Rprop, Lion,
                            Backtracking, ConjugateGradient, Lbfgs, Newton, SaddleFreeNewton>;

/// A method in the middle of a run.
template <class M>
struct Running {
    M method;
    typename M::State state;
};

template <class Methods>
struct RunningOf;
template <class... M>
struct RunningOf<std::variant<M...>> {
    using type = std::variant<Running<M>...>;
};
using RunningMethod = RunningOf<Method>::type;

}  // namespace thalweg
