internal import CAllocator

/// Memory that was freed and that the C library keeps for later.
public enum FreedMemory {
  /// Gives it back to the system: worth the while where much was freed in pieces and what comes next is large and whole.
  ///
  /// Complexity: O(free pieces); memory that is given back costs time when it is asked for again.
  public static func giveBack() { _ = malloc_trim(0) }
}
