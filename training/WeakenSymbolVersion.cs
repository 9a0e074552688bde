using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies a 64-bit little-endian ELF library and marks one required symbol version as weak, so that the dynamic loader
/// no longer refuses the library where that version is missing (the flag VER_FLG_WEAK of the ELF gABI's symbol versioning).
/// A file without that requirement is copied unchanged. Compiled by MSBuild: C# 7.3, no packages.
/// </summary>
public class WeakenSymbolVersion : Task
{
    private const int SectionTypeVersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK

    [Required]
    public string Source { get; set; }

    [Required]
    public string Destination { get; set; }

    [Required]
    public string SymbolVersion { get; set; }

    public override bool Execute()
    {
        var elf = File.ReadAllBytes(Source);
        var isElf64 = elf.Length > 64 && BitConverter.ToUInt32(elf, 0) == 0x464c457f && elf[4] == 2 && elf[5] == 1;
        if (isElf64)
        {
            Weaken(elf);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination)));
        File.WriteAllBytes(Destination, elf);
        return true;
    }

    private void Weaken(byte[] elf)
    {
        var sectionTable = BitConverter.ToInt64(elf, 0x28); // e_shoff
        int sectionSize = BitConverter.ToUInt16(elf, 0x3a); // e_shentsize
        int sectionCount = BitConverter.ToUInt16(elf, 0x3c); // e_shnum
        Func<int, int> section = index => checked((int)(sectionTable + (long)index * sectionSize));
        Func<int, int> contentOf = index => checked((int)BitConverter.ToInt64(elf, section(index) + 0x18)); // sh_offset

        for (var index = 0; index < sectionCount; index++)
        {
            if (BitConverter.ToInt32(elf, section(index) + 4) != SectionTypeVersionNeeds)
            {
                continue;
            }

            var strings = contentOf(BitConverter.ToInt32(elf, section(index) + 0x28)); // sh_link
            var fileCount = BitConverter.ToInt32(elf, section(index) + 0x2c); // sh_info
            WeakenNeeds(elf, contentOf(index), fileCount, strings);
        }
    }

    /// <summary>Walks the chain of Verneed records (one per needed file), each with a chain of Vernaux (one per version).</summary>
    private void WeakenNeeds(byte[] elf, int need, int fileCount, int strings)
    {
        for (var file = 0; file < fileCount; file++)
        {
            int versionCount = BitConverter.ToUInt16(elf, need + 2); // vn_cnt
            var version = need + BitConverter.ToInt32(elf, need + 8); // vn_aux
            for (var i = 0; i < versionCount; i++)
            {
                if (ReadString(elf, strings + BitConverter.ToInt32(elf, version + 8)) == SymbolVersion) // vna_name
                {
                    elf[version + 4] |= (byte)Weak; // vna_flags
                    Log.LogMessage(MessageImportance.Normal, Source + ": " + SymbolVersion + " is now a weak need");
                }

                version += BitConverter.ToInt32(elf, version + 12); // vna_next
            }

            need += BitConverter.ToInt32(elf, need + 12); // vn_next
        }
    }

    private static string ReadString(byte[] bytes, int start)
    {
        return Encoding.ASCII.GetString(bytes, start, Array.IndexOf(bytes, (byte)0, start) - start);
    }
}
