/*
 * A fake of NVIDIA's management library with two GPUs, for testing the binding against real calls.
 * Structures and signatures are those of nvml.h.
 *
 * Macros: INIT is what nvmlInit_v2 returns; OLD leaves out what old drivers lack; WATTS is the power
 * of GPU 0 in watts, which its energy counter counts since the library was loaded.
 */
#include <string.h>
#include <time.h>

#ifndef INIT
#define INIT 0
#endif
#ifndef WATTS
#define WATTS 117.68
#endif

/* Above the largest number that Linux gives to a process. */
#define PID 5000000

typedef int nvmlReturn_t;
typedef struct nvmlDevice_st {
  unsigned int index;
} *nvmlDevice_t;

typedef struct {
  unsigned int gpu;
  unsigned int memory;
} nvmlUtilization_t;

typedef struct {
  unsigned long long total;
  unsigned long long free;
  unsigned long long used;
} nvmlMemory_t;

typedef struct {
  unsigned int version;
  unsigned long long total;
  unsigned long long reserved;
  unsigned long long free;
  unsigned long long used;
} nvmlMemory_v2_t;

typedef struct {
  unsigned int pid;
  unsigned long long usedGpuMemory;
} nvmlProcessInfo_v1_t;

typedef struct {
  unsigned int pid;
  unsigned long long usedGpuMemory;
  unsigned int gpuInstanceId;
  unsigned int computeInstanceId;
} nvmlProcessInfo_t;

typedef union {
  double dVal;
  unsigned int uiVal;
  unsigned long ulVal;
  unsigned long long ullVal;
} nvmlValue_t;

typedef struct {
  unsigned int fieldId;
  unsigned int scopeId;
  long long timestamp;
  long long latencyUsec;
  int valueType;
  nvmlReturn_t nvmlReturn;
  nvmlValue_t value;
} nvmlFieldValue_t;

enum { SUCCESS = 0, UNINITIALIZED = 1, INVALID = 2, NOT_SUPPORTED = 3, NOT_FOUND = 6, TOO_SMALL = 7, OTHER_VERSION = 25 };

static struct nvmlDevice_st gpus[2] = {{0}, {1}};
static struct nvmlDevice_st mig = {9};
static int sessions = 0;
static double start = 0;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static nvmlReturn_t check(nvmlDevice_t device) {
  if (sessions == 0) return UNINITIALIZED;
  return device == &gpus[0] || device == &gpus[1] ? SUCCESS : INVALID;
}

static nvmlReturn_t copy(char *target, unsigned int length, const char *text) {
  if (length < strlen(text) + 1) return TOO_SMALL;
  strcpy(target, text);
  return SUCCESS;
}

nvmlReturn_t nvmlInit_v2(void) {
  if (INIT == SUCCESS) sessions++;
  if (start == 0) start = now();
  return INIT;
}

nvmlReturn_t nvmlShutdown(void) {
  if (sessions == 0) return UNINITIALIZED;
  sessions--;
  return SUCCESS;
}

const char *nvmlErrorString(nvmlReturn_t result) {
  switch (result) {
    case NOT_SUPPORTED: return "Not Supported";
    case NOT_FOUND: return "Not Found";
    case UNINITIALIZED: return "Uninitialized";
    case 18: return "Driver/library version mismatch";
    default: return "Unknown Error";
  }
}

nvmlReturn_t nvmlSystemGetDriverVersion(char *version, unsigned int length) {
  return sessions == 0 ? UNINITIALIZED : copy(version, length, "550.54.15");
}

nvmlReturn_t nvmlDeviceGetCount_v2(unsigned int *deviceCount) {
  if (sessions == 0) return UNINITIALIZED;
  *deviceCount = 2;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetHandleByIndex_v2(unsigned int index, nvmlDevice_t *device) {
  if (sessions == 0) return UNINITIALIZED;
  if (index > 1) return INVALID;
  *device = &gpus[index];
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetHandleByUUID(const char *uuid, nvmlDevice_t *device) {
  if (strcmp(uuid, "MIG-77") != 0) return NOT_FOUND;
  *device = &mig;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetDeviceHandleFromMigDeviceHandle(nvmlDevice_t part, nvmlDevice_t *device) {
  if (part != &mig) return INVALID;
  *device = &gpus[1];
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetUUID(nvmlDevice_t device, char *uuid, unsigned int length) {
  if (check(device)) return check(device);
  return copy(uuid, length, device->index == 0 ? "GPU-aa" : "GPU-bb");
}

nvmlReturn_t nvmlDeviceGetName(nvmlDevice_t device, char *name, unsigned int length) {
  if (check(device)) return check(device);
  return copy(name, length, device->index == 0 ? "NVIDIA A100, 40GB" : "NVIDIA Tesla V100");
}

nvmlReturn_t nvmlDeviceGetPowerUsage(nvmlDevice_t device, unsigned int *power) {
  if (check(device)) return check(device);
  if (device->index == 1) return NOT_SUPPORTED;
  *power = WATTS * 1000;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetTotalEnergyConsumption(nvmlDevice_t device, unsigned long long *energy) {
  if (check(device)) return check(device);
  if (device->index == 1) return NOT_SUPPORTED;
  /* More than 32 bits hold. */
  *energy = 5000000000000ULL + (unsigned long long)(WATTS * 1000 * (now() - start));
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetTemperature(nvmlDevice_t device, int sensor, unsigned int *degrees) {
  if (check(device)) return check(device);
  if (sensor != 0) return INVALID;
  *degrees = 61;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetUtilizationRates(nvmlDevice_t device, nvmlUtilization_t *rates) {
  if (check(device)) return check(device);
  rates->gpu = 97;
  rates->memory = 12;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetMemoryInfo(nvmlDevice_t device, nvmlMemory_t *memory) {
  if (check(device)) return check(device);
  memory->total = 40ULL << 30;
  memory->free = 29ULL << 30;
  /* What the driver reserves counts as used here. */
  memory->used = 11ULL << 30;
  return SUCCESS;
}

#ifdef OLD
nvmlReturn_t nvmlDeviceGetComputeRunningProcesses(
    nvmlDevice_t device, unsigned int *count, nvmlProcessInfo_v1_t *infos) {
  if (check(device)) return check(device);
  *count = 2;
  infos[0].pid = PID;
  infos[0].usedGpuMemory = 1;
  infos[1].pid = PID + 1;
  infos[1].usedGpuMemory = 2;
  return SUCCESS;
}
#else
nvmlReturn_t nvmlDeviceGetMemoryInfo_v2(nvmlDevice_t device, nvmlMemory_v2_t *memory) {
  if (check(device)) return check(device);
  if (memory->version != (sizeof(nvmlMemory_v2_t) | 2 << 24)) return OTHER_VERSION;
  memory->total = 40ULL << 30;
  memory->reserved = 1ULL << 30;
  memory->free = 29ULL << 30;
  memory->used = 10ULL << 30;
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetComputeRunningProcesses_v3(
    nvmlDevice_t device, unsigned int *count, nvmlProcessInfo_t *infos) {
  unsigned int have = device->index == 0 ? 2 : 100;
  unsigned int room = *count;
  if (check(device)) return check(device);
  *count = have;
  if (room < have) return TOO_SMALL;
  for (unsigned int i = 0; i < have; i++) {
    infos[i].pid = PID + i;
    infos[i].usedGpuMemory = 1;
    infos[i].gpuInstanceId = 0xFFFFFFFF;
    infos[i].computeInstanceId = 0xFFFFFFFF;
  }
  return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetFieldValues(nvmlDevice_t device, int count, nvmlFieldValue_t *values) {
  if (check(device)) return check(device);
  for (int i = 0; i < count; i++) {
    values[i].timestamp = 1;
    values[i].latencyUsec = 2;
    values[i].valueType = 1;
    values[i].nvmlReturn = NOT_SUPPORTED;
    if (values[i].fieldId == 185 && device->index == 0) {
      values[i].nvmlReturn = SUCCESS;
      values[i].value.uiVal = WATTS * 1000;
    }
    if (values[i].fieldId == 186) {
      values[i].nvmlReturn = SUCCESS;
      values[i].valueType = 3;
      values[i].value.ullVal = 90000;
    }
  }
  return SUCCESS;
}
#endif
