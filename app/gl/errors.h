#pragma once

#include <string>

namespace thalweg::gl {

/// The errors that OpenGL has noted since it was asked last, by their names: "GL_INVALID_VALUE, GL_OUT_OF_MEMORY".
/// Empty when there are none, as it should be.
std::string take_errors();

}  // namespace thalweg::gl
