/*
 * Preloaded into a process (LD_PRELOAD), makes the CPUID instruction describe an AMD processor that
 * reports no caches, as some virtual machines do. Linux lets CPUID fault (arch_prctl(2), ARCH_CPUID);
 * the handler of SIGSEGV below then answers in place of the processor, and hands every other fault to
 * the handler that the program has set. Needs a processor with the flag cpuid_fault in /proc/cpuinfo.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <ucontext.h>

#define ARCH_SET_CPUID 0x1012

/* Leaf 7, EDX: AMX and AVX512-FP16, which no AMD processor has. */
#define INTEL_ONLY (1u << 22 | 1u << 23 | 1u << 24 | 1u << 25)
/* Leaf 7.1, EAX: AMX-FP16 and AVX-IFMA. */
#define INTEL_ONLY_1 (1u << 21 | 1u << 23)

static struct sigaction program;
static int (*next_sigaction)(int, const struct sigaction *, struct sigaction *);

/* No function of the C library: the flag is the thread's own, and errno must stay. */
static void allow_cpuid(long allowed) {
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(SYS_arch_prctl), "D"(ARCH_SET_CPUID), "S"(allowed)
                   : "rcx", "r11", "memory");
}

static void answer(uint32_t leaf, uint32_t subleaf, uint32_t *r) {
  allow_cpuid(1);
  __asm__ volatile("cpuid"
                   : "=a"(r[0]), "=b"(r[1]), "=c"(r[2]), "=d"(r[3])
                   : "a"(leaf), "c"(subleaf));
  allow_cpuid(0);
  switch (leaf) {
    case 0x80000000:
      r[0] = 0x80000021;
      /* fall through */
    case 0: /* AuthenticAMD */
      r[1] = 0x68747541;
      r[2] = 0x444d4163;
      r[3] = 0x69746e65;
      break;
    case 0x80000001: /* with the leaf that would describe caches */
      r[2] |= 1u << 22;
      /* fall through */
    case 1: /* family 26 */
      r[0] = 0x00b20f10;
      break;
    case 2:
    case 4:
    case 0x80000005:
    case 0x80000006:
    case 0x8000001D:
      r[0] = r[1] = r[2] = r[3] = 0;
      break;
    case 7:
      if (subleaf == 0) {
        r[3] &= ~INTEL_ONLY;
      } else if (subleaf == 1) {
        r[0] &= ~INTEL_ONLY_1;
        r[3] = 0;
      }
      break;
  }
}

static void on_fault(int signal, siginfo_t *info, void *context) {
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  const uint8_t *code = (const uint8_t *)registers[REG_RIP];
  if (info->si_code == SI_KERNEL && code[0] == 0x0f && code[1] == 0xa2) {
    uint32_t r[4];
    answer((uint32_t)registers[REG_RAX], (uint32_t)registers[REG_RCX], r);
    registers[REG_RAX] = r[0];
    registers[REG_RBX] = r[1];
    registers[REG_RCX] = r[2];
    registers[REG_RDX] = r[3];
    registers[REG_RIP] += 2;
  } else if (program.sa_flags & SA_SIGINFO) {
    program.sa_sigaction(signal, info, context);
  } else if (program.sa_handler == SIG_DFL) {
    next_sigaction(signal, &program, 0);
  } else if (program.sa_handler != SIG_IGN) {
    program.sa_handler(signal);
  }
}

/* The program's handler of SIGSEGV is kept and called by ours. */
int sigaction(int signal, const struct sigaction *new, struct sigaction *old) {
  if (!next_sigaction) {
    next_sigaction = dlsym(RTLD_NEXT, "sigaction");
  }
  if (signal != SIGSEGV) {
    return next_sigaction(signal, new, old);
  }
  struct sigaction before = program;
  if (new) {
    program = *new;
  }
  if (old) {
    *old = before;
  }
  return 0;
}

__attribute__((constructor)) static void hide(void) {
  struct sigaction ours = {.sa_sigaction = on_fault,
                           .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER};
  next_sigaction = dlsym(RTLD_NEXT, "sigaction");
  next_sigaction(SIGSEGV, &ours, 0);
  allow_cpuid(0);
}
