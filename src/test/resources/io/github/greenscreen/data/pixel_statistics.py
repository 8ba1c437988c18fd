"""Print the numbers that PixelStatisticsTest expects: python3 pixel_statistics.py > pixel_statistics.csv"""
import numpy as np

i = np.arange(4 * 3072, dtype=np.int64)
images = ((i * i // 7 + 31 * (i // 1024)) % 251).reshape(4, 3, 1024)[[0, 2, 3]]
print("mean,standard_deviation,median,interquartile_range,min,max")
for channel in range(3):
    v = images[:, channel].ravel()
    low, middle, high = np.percentile(v, [25, 50, 75])
    row = (v.mean(), v.std(), middle, high - low, v.min(), v.max())
    print(",".join(repr(float(x)) for x in row))
