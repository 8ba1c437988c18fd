package io.github.greenscreen.weights;

import io.github.greenscreen.weights.Pickled.Name;
import io.github.greenscreen.weights.Pickled.Tuple;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Interprets a pickle as data. It knows dictionaries, lists, tuples, numbers, texts, and those
 * objects that {@link TorchObjects} makes; it never looks up a class or calls a function by a name
 * in the pickle. Anything else is an error.
 *
 * <p>The instructions are those of <a
 * href="https://docs.python.org/3/library/pickletools.html">pickletools</a> that PyTorch writes.
 */
final class PickleReader {
  private static final int MAX_PROTOCOL = 5;

  private final ByteBuffer bytes;
  private final TorchObjects objects;
  private final Deque<List<Object>> outer = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();
  private List<Object> stack = new ArrayList<>();
  private int begin;

  private PickleReader(byte[] bytes, TorchObjects objects) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.objects = objects;
  }

  /**
   * Return the object in {@code pickle}: a Map, List, Tuple, String, Long, Double, Boolean, None,
   * StoredArray, or Instance.
   *
   * @throws PickleException if the pickle is damaged or contains anything else
   */
  static Object read(byte[] pickle, TorchObjects objects) {
    PickleReader reader = new PickleReader(pickle, objects);
    try {
      return reader.run();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw new PickleException(reader.begin, "an instruction that is damaged or truncated", e);
    } catch (PickleException e) {
      throw e.byteOr(reader.begin);
    }
  }

  private Object run() {
    while (true) {
      begin = bytes.position();
      int instruction = Byte.toUnsignedInt(bytes.get());
      if (instruction == '.') {
        return pop();
      }
      perform(instruction);
    }
  }

  private void perform(int instruction) {
    switch (instruction) {
      case 0x80 -> checkProtocol();
      case 0x95 -> bytes.getLong(); // the length of a frame
      case '(' -> mark();
      case 'q' -> memo.put(number8(), top());
      case 'r' -> memo.put(bytes.getInt(), top());
      case 0x94 -> memo.put(memo.size(), top());
      case 'h' -> push(recall(number8()));
      case 'j' -> push(recall(bytes.getInt()));
      case '0' -> pop();
      case 'c' -> push(objects.name(line(), line()));
      case 0x93 -> stackName();
      case 'R', 0x81 -> call();
      case 'b' -> build();
      case 'Q' -> push(objects.stored(pop()));
      default -> literal(instruction);
    }
  }

  private void literal(int instruction) {
    switch (instruction) {
      case 'N' -> push(Pickled.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'J' -> push((long) bytes.getInt());
      case 'K' -> push((long) number8());
      case 'M' -> push((long) Short.toUnsignedInt(bytes.getShort()));
      case 0x8a -> push(integer(number8()));
      case 'G' -> push(bytes.order(ByteOrder.BIG_ENDIAN).getDouble());
      case 'X' -> push(text(bytes.getInt()));
      case 0x8c -> push(text(number8()));
      default -> container(instruction);
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  private void container(int instruction) {
    switch (instruction) {
      case ')' -> push(new Tuple(List.of()));
      case 0x85 -> push(new Tuple(take(1)));
      case 0x86 -> push(new Tuple(take(2)));
      case 0x87 -> push(new Tuple(take(3)));
      case 't' -> tuple();
      case ']' -> push(new ArrayList<>());
      case 'a' -> append(take(1));
      case 'e' -> append(sinceMark());
      case '}' -> push(new LinkedHashMap<>());
      case 's' -> put(take(2));
      case 'u' -> put(sinceMark());
      default ->
          throw new PickleException(
              "instruction 0x%02x, which weights do not need".formatted(instruction));
    }
  }

  private void checkProtocol() {
    int protocol = number8();
    if (protocol > MAX_PROTOCOL) {
      throw new PickleException("pickle protocol " + protocol);
    }
  }

  private void mark() {
    outer.push(stack);
    stack = new ArrayList<>();
  }

  private List<Object> sinceMark() {
    List<Object> items = stack;
    stack = outer.pop();
    return items;
  }

  private void tuple() {
    List<Object> items = sinceMark();
    push(new Tuple(items));
  }

  private List<Object> take(int count) {
    List<Object> last = stack.subList(stack.size() - count, stack.size());
    List<Object> items = List.copyOf(last);
    last.clear();
    return items;
  }

  private void stackName() {
    List<Object> parts = take(2);
    push(objects.name(String.valueOf(parts.get(0)), String.valueOf(parts.get(1))));
  }

  private void call() {
    List<Object> both = take(2);
    if (!(both.get(0) instanceof Name name) || !(both.get(1) instanceof Tuple arguments)) {
      throw new PickleException("a call of something that is no function");
    }
    push(objects.call(name, arguments.items()));
  }

  private void build() {
    Object state = pop();
    objects.build(top(), state);
  }

  @SuppressWarnings("unchecked") // the reader makes these lists only
  private void append(List<Object> items) {
    if (!(top() instanceof List<?> list)) {
      throw new PickleException("items of something that is no list");
    }
    ((List<Object>) list).addAll(items);
  }

  @SuppressWarnings("unchecked") // the reader makes these maps only
  private void put(List<Object> items) {
    if (!(top() instanceof Map<?, ?> map) || items.size() % 2 != 0) {
      throw new PickleException("entries of something that is no dictionary");
    }
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
        throw new PickleException("a key of a dictionary that is neither a text nor a number");
      }
      ((Map<Object, Object>) map).put(key, items.get(i + 1));
    }
  }

  private Object recall(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new PickleException("a reference to object %s, which does not exist".formatted(index));
    }
    return value;
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return stack.remove(stack.size() - 1);
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  private int number8() {
    return Byte.toUnsignedInt(bytes.get());
  }

  /** Return a little-endian integer of {@code size} bytes, at most 8. */
  private long integer(int size) {
    if (size > Long.BYTES) {
      throw new PickleException("an integer of %s bytes".formatted(size));
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (long) number8() << (Byte.SIZE * i);
    }
    int unused = Long.SIZE - Byte.SIZE * size;
    return size == 0 ? 0 : value << unused >> unused;
  }

  private String text(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] content = new byte[length];
    bytes.get(content);
    return new String(content, StandardCharsets.UTF_8);
  }

  private String line() {
    int from = bytes.position();
    int length = 0;
    while (bytes.get() != '\n') {
      length++;
    }
    return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
  }
}
