/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void styr_model_style_load (void);
