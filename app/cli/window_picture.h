#pragma once

#include <string>

#include "app/document/session.h"
#include "app/export/picture.h"

namespace thalweg {

/// A picture of the whole window with its panels, width × height pixels, into a file. The error is one sentence; empty
/// when it worked.
std::string save_window(PictureMaker& maker, const Session& session, int width, int height, float scale,
                        const std::string& file);

}  // namespace thalweg
